import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

async function editing(id: string, options?: Parameters<typeof renderApp>[1], at = `/customers/${id}/account`) {
  const app = renderApp(at, options)
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form', { name: 'Edit account' })
  const fieldOf = (name: string) => within(form).getByLabelText(name)
  const type = async (name: string, text: string) => {
    await app.user.clear(fieldOf(name))
    if (text !== '') await app.user.paste(text)
  }
  const save = async () => app.user.click(within(form).getByRole('button', { name: 'Save' }))
  return { ...app, form, fieldOf, type, save }
}

const versionOf = async (id: string) => `"${(await mockBackend().store.get('customers', id))?.version ?? 0}"`

describe('editing an account', () => {
  it('sends the changed fields only, with the version it began with, and says that it is saved', async () => {
    const { user, type, fieldOf, save, sentTo } = await editing('ada')
    const version = await versionOf('ada')
    await type('Last name', ' Parker ')
    await type('Fax', '')
    await type('Fax extension', '')
    await user.selectOptions(fieldOf('Consent by e-mail'), 'Refused')
    await user.click(fieldOf('No marketing and processing of personal data'))
    await save()

    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Parker' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent('Account saved'))
    expect(await screen.findByRole('tab', { name: 'Ada Parker' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus())
    const [sent, ...more] = sentTo('patchCustomer')
    expect(more).toEqual([])
    expect(sent?.body).toEqual({
      lastName: 'Parker',
      fax: null,
      faxExt: null,
      processingBlocked: true,
      marketingConsents: [
        { channel: 'email', granted: false },
        { channel: 'sms', granted: false },
      ],
    })
    expect(sent?.headers.get('if-match')).toBe(version)
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('saves with Ctrl+Enter and sends nothing when nothing changed', async () => {
    const { user, fieldOf, type, sentTo } = await editing('ada')
    await type('First name', 'Ada ')
    await user.type(fieldOf('First name'), '{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Nothing was changed')).toBeVisible()
    expect(sentTo('patchCustomer')).toEqual([])
  })

  it('cancels with Escape, and asks first when something was typed', async () => {
    const { user, form, fieldOf, type, workspace } = await editing('ada')
    await type('First name', 'Adele')
    expect(workspace.store.getState().unsaved).toEqual({ ada: ['account'] })
    await user.keyboard('{Escape}')
    const dialog = await screen.findByRole('dialog', { name: 'Discard your changes?' })
    expect(dialog).toHaveTextContent('Ada Park')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(fieldOf('First name')).toHaveValue('Adele')

    await type('First name', 'Ada')
    expect(workspace.store.getState().unsaved).toEqual({})
    await user.keyboard('{Escape}')
    expect(form).not.toBeInTheDocument()
  })

  it('refuses what cannot be, at the field, and sends nothing', async () => {
    const { fieldOf, type, save, sentTo } = await editing('ada')
    await type('Mobile', '12')
    await type('Email', 'ada@')
    await save()
    await waitFor(() => expect(fieldOf('Email')).toHaveFocus())
    expect(fieldOf('Mobile')).toHaveAccessibleDescription(/Not a possible number. Example: \+1/)
    expect(fieldOf('Email')).toBeInvalid()
    expect(sentTo('patchCustomer')).toEqual([])
  })

  it('keeps a language that is not offered here', async () => {
    const { fieldOf } = await editing('klingon')
    expect(fieldOf('Preferred language')).toHaveDisplayValue(/Klingon/)
  })

  it('refuses the number of a payment card when the field is left, and sends nothing', async () => {
    const { user, fieldOf, type, save, sentTo } = await editing('ada')
    await type('Username', 'card 4111 1111 1111 1111')
    await user.tab()
    await waitFor(() => expect(fieldOf('Username')).toHaveAccessibleDescription(/number of a payment card/))
    await save()
    expect(sentTo('patchCustomer')).toEqual([])
    await type('Username', 'ada')
    await waitFor(() => expect(fieldOf('Username')).toBeValid())
  })

  it('shows what the server refuses of a field at that field', async () => {
    mock('patchCustomer', () =>
      problem('validation', { errors: [{ pointer: '/username', code: 'card-number', detail: 'Looks like a card' }] }),
    )
    const { fieldOf, type, save } = await editing('ada')
    await type('Username', 'ada 4111')
    await save()
    await waitFor(() => expect(fieldOf('Username')).toBeInvalid())
    expect(fieldOf('Username')).toHaveFocus()
    expect(fieldOf('Username')).toHaveValue('ada 4111')
  })

  it.each([
    ['no connection', async () => (await import('#mocks/answers.ts')).networkError(), /server cannot be reached/],
    ['a lost permission', async () => problem('forbidden', { requiredPermission: 'customer:write' }), /permission/],
    ['a broken rule', async () => problem('validation'), /still here/],
    ['too many requests', async () => problem('too-many-requests', { retryAfter: 3 }), /in 3 seconds/],
    ['a broken server', async () => problem('internal'), /still here/],
    ['a taken username', async () => problem('duplicate', { field: 'username' }), /Not saved|not saved/],
  ] as const)('keeps what was typed after %s', async (_name, answer, text) => {
    mock('patchCustomer', answer, { once: true })
    const { form, fieldOf, type, save, sentTo } = await editing('ada')
    await type('First name', 'Adele')
    await save()
    const alert = await within(form).findByRole('alert')
    expect(alert.textContent).toMatch(text)
    expect(alert.textContent).toMatch(/still here|another look/)
    expect(fieldOf('First name')).toHaveValue('Adele')

    await save()
    expect(await screen.findByRole('heading', { level: 1, name: 'Adele Park' })).toBeVisible()
    const keys = sentTo('patchCustomer').map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })
})

describe('unsaved edits', () => {
  it('survive looking at another section and another record, and a read of the account', async () => {
    const { user, type, queryClient } = await editing('ada', {}, '/customers/ada/account?open=ada.account_bo.account')
    await type('First name', 'Adele')
    await user.click(screen.getByRole('tab', { name: 'Addresses' }))
    await user.click(screen.getByRole('tab', { name: 'Bo' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Bo' })).toBeVisible()
    await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'ada' }, body: { title: 'Dr.' } })
    await queryClient.invalidateQueries()
    await user.click(screen.getByRole('tab', { name: 'Ada Park' }))
    await user.click(await screen.findByRole('tab', { name: 'Account' }))
    const form = await screen.findByRole('form', { name: 'Edit account' })
    expect(within(form).getByLabelText('First name')).toHaveValue('Adele')
  })
})
