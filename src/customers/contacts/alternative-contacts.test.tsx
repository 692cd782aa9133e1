import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { contactsOf, partOf } from '#tests/contacts-section.ts'

const path = { id: 'vip' }
const stored = async () => (await mockBackend().callAs('admin', 'listAlternativeContacts', { path })).items
const of = async (memberId: string) => {
  const found = (await stored()).find(({ member }) => member.id === memberId)
  if (!found) throw new Error(`${memberId} is no alternative contact`)
  return found
}

async function delegates(options?: Parameters<typeof contactsOf>[1]) {
  const app = await contactsOf('/customers/vip/contacts', options)
  const part = await partOf(app.section, 'Alternative contacts')
  await part.findByRole('link', { name: 'Ada Park' })
  const open = async (button: string, form: string) => {
    await app.user.click(part.getByRole('button', { name: button }))
    return within(await part.findByRole('form', { name: form }))
  }
  const add = async () => open('Add alternative contact', 'New alternative contact')
  const find = async (form: ReturnType<typeof within>, words: string, option: RegExp) => {
    await app.user.type(form.getByRole('combobox', { name: /Customer/ }), words)
    await app.user.click(await form.findByRole('option', { name: option }))
  }
  return { ...app, part, open, add, find }
}

describe('adding an alternative contact', () => {
  it('finds the customer while typing, and gives rights, for products too', async () => {
    const { add, find, user, part, notice, sentTo } = await delegates()
    const form = await add()
    await find(form, 'C-100003', /^Bo/)
    await user.click(form.getByRole('checkbox', { name: 'Billing' }))
    const products = within(await form.findByRole('group', { name: /Products/ }))
    expect(products.getByRole('checkbox', { name: /Expired/ })).toBeDisabled()
    const product = products.getAllByRole('checkbox').find((box) => !box.hasAttribute('disabled'))
    if (product) await user.click(product)
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await part.findByRole('link', { name: 'Bo' })).toBeVisible()
    await waitFor(() => expect(notice()).toHaveTextContent('Alternative contact added'))
    await waitFor(() => expect(part.getByRole('button', { name: 'Edit rights of Bo' })).toHaveFocus())
    expect(sentTo('createAlternativeContact')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    const { permissions } = await of('bo')
    expect(permissions).toMatchObject({ support: false, billing: true })
    expect(permissions.productIds).toHaveLength(1)
  })

  it('needs a customer and a right', async () => {
    const { add, user, sentNames } = await delegates()
    const form = await add()
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(form.getByRole('checkbox', { name: 'Support' })).toHaveAccessibleDescription(/Choose at least one right/),
    )
    expect(form.getByRole('group', { name: /^Customer/ })).toHaveAccessibleDescription(/Enter a value/)
    expect(sentNames()).not.toContain('createAlternativeContact')
  })

  it.each([
    ['duplicate', { field: 'memberId' }, /already/],
    ['validation', { errors: [{ pointer: '/memberId', code: 'no-account', detail: 'No account' }] }, /sign in/],
  ] as const)('shows at the customer what the API refuses: %s', async (type, extra, text) => {
    mock('createAlternativeContact', () => problem(type, extra as object), { once: true })
    const { add, find, user } = await delegates()
    const form = await add()
    await find(form, 'C-100003', /^Bo/)
    await user.click(form.getByRole('checkbox', { name: 'Support' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(form.getByRole('group', { name: /^Customer/ })).toHaveAccessibleDescription(expect.stringMatching(text)),
    )
    expect(form.getByText('Bo')).toBeVisible()
  })

  it('goes on without products when they cannot be had', async () => {
    mock('listSubscriptions', () => problem('not-found'), { once: true })
    const { add, user } = await delegates()
    const form = await add()
    expect(await form.findByText(/^The products could not be loaded/)).toBeVisible()
    await user.click(form.getByRole('button', { name: 'Try again' }))
    expect(await form.findByRole('group', { name: /Products/ })).toBeVisible()
  })
})

describe('the rights of an alternative contact', () => {
  it('are changed over the version that was seen; rights for what is gone stay unless taken away', async () => {
    const { open, user, sentTo, part } = await delegates()
    const { member, etag, permissions } = await of('inactive')
    const name = member.name ?? ''
    const form = await open(`Edit rights of ${name}`, `Edit rights of ${name}`)
    expect(form.queryByRole('combobox', { name: /Customer/ })).not.toBeInTheDocument()
    expect(await form.findByRole('checkbox', { name: 'A product that is no longer there' })).toBeChecked()
    await user.click(form.getByRole('checkbox', { name: 'Support' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(part.queryByRole('form')).not.toBeInTheDocument())
    expect(sentTo('patchAlternativeContact')[0]?.headers.get('if-match')).toBe(etag)
    expect((await of('inactive')).permissions).toEqual({ ...permissions, support: true })
  })

  it('ask what counts where a colleague changed the same right meanwhile', async () => {
    const { open, user, section } = await delegates()
    const form = await open('Edit rights of Ada Park', 'Edit rights of Ada Park')
    const { id: contactId } = await of('ada')
    const body = { permissions: { support: false, billing: false, productIds: ['vip-v1'] } }
    await mockBackend().callAs('service', 'patchAlternativeContact', { path: { ...path, contactId }, body })
    await user.click(await form.findByRole('checkbox', { name: 'Support' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    const conflict = await section.findByRole('region', { name: /^Sam Rivera saved these rights/ })
    expect(within(conflict).getByText(/^Billing:/)).toBeVisible()
    await user.click(within(conflict).getByRole('button', { name: 'Save my choices' }))
    await waitFor(async () => expect((await of('ada')).permissions).toEqual(body.permissions))
  })
})

describe('removing an alternative contact', () => {
  it('asks, names the customer, says what comes of it, and can be undone', async () => {
    const { choose, user, part, notice } = await delegates()
    const before = await of('ada')
    await choose('Ada Park', 'Remove…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove this alternative contact?' }))
    expect(dialog.getByText(/no longer act for this customer/)).toBeVisible()
    expect(dialog.getAllByText('C-100115')[0]).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(part.queryByRole('link', { name: 'Ada Park' })).not.toBeInTheDocument())
    await waitFor(() => expect(notice()).toHaveTextContent('Ada Park may no longer act for this customer'))
    await user.click(within(notice()).getByRole('button', { name: 'Undo' }))
    expect(await part.findByRole('link', { name: 'Ada Park' })).toBeVisible()
    expect((await of('ada')).permissions).toEqual(before.permissions)
  })

  it('shows what was changed meanwhile before it is asked again', async () => {
    const { choose, user } = await delegates()
    await choose('Ada Park', 'Remove…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove this alternative contact?' }))
    const { id: contactId } = await of('ada')
    const body = { permissions: { billing: false } }
    await mockBackend().callAs('service', 'patchAlternativeContact', { path: { ...path, contactId }, body })
    await user.click(dialog.getByRole('button', { name: 'Remove' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Somebody changed these rights meanwhile')
    await waitFor(() => expect(dialog.queryByText('Billing')).not.toBeInTheDocument())
    await user.click(dialog.getByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect((await stored()).map(({ member }) => member.id)).not.toContain('ada'))
  })
})

it.each(['sales', 'finance'] as const)('lets nobody else decide who acts for a customer: %s', async (as) => {
  const { part } = await delegates({ as })
  expect(part.getByRole('button', { name: 'Add alternative contact' })).toHaveAttribute('aria-disabled', 'true')
  expect(part.getByRole('button', { name: 'Edit rights of Ada Park' })).toHaveAttribute('aria-disabled', 'true')
})
