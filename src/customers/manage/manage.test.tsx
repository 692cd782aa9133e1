import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp, renderCase } from '#tests/render-app.tsx'

const dialogNamed = async (name: string) => screen.findByRole('dialog', { name })
const noticed = () => screen.getByRole('status', { name: 'Notices' })

async function asked(app: ReturnType<typeof renderApp>, item: RegExp, title: string) {
  const header = within((await screen.findByRole('heading', { level: 1 })).closest('header') as HTMLElement)
  await waitFor(() => expect(header.getByRole('button', { name: 'Manage' })).toBeEnabled())
  await app.user.click(header.getByRole('button', { name: 'Manage' }))
  await app.user.click(await screen.findByRole('menuitem', { name: item }))
  const dialog = await dialogNamed(title)
  const within_ = within(dialog)
  const press = async (name: string) => app.user.click(within_.getByRole('button', { name }))
  return { ...app, header, dialog, inDialog: within_, press }
}

const stored = async (id: string) => mockBackend().store.get('customers', id)
const versionOf = async (id: string) => `"${(await stored(id))?.version ?? 0}"`

describe('changing the status', () => {
  const changing = async (id: string) => asked(renderApp(`/customers/${id}/account`), /^Change status/, 'Change status')

  it('offers what is allowed, needs a reason, and is seen in header, tab and history', async () => {
    const { user, header, dialog, inDialog, press, sentTo } = await changing('vip')
    const version = await versionOf('vip')
    expect(dialog).toHaveTextContent('Vera Vipond')
    expect(inDialog.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Blocked',
      'Inactive',
    ])
    await press('Change status')
    await waitFor(() => expect(inDialog.getByRole('radiogroup', { name: 'New status' })).toBeInvalid())
    await user.click(inDialog.getByRole('radio', { name: 'Blocked' }))
    await press('Change status')
    await waitFor(() => expect(inDialog.getByLabelText('Reason')).toBeInvalid())
    await user.selectOptions(inDialog.getByLabelText('Reason'), 'Other')
    await press('Change status')
    await waitFor(() => expect(inDialog.getByLabelText('Comment')).toBeInvalid())
    expect(sentTo('createStatusChange')).toEqual([])
    await user.type(inDialog.getByLabelText('Comment'), 'Wants a break')
    await user.dblClick(inDialog.getByRole('button', { name: 'Change status' }))

    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(noticed()).toHaveTextContent('Vera VipondC-100115Status changed to Blocked')
    expect(header.getByText('Blocked')).toBeVisible()
    expect(screen.getByRole('tab', { name: 'Vera Vipond' })).toHaveAccessibleDescription('C-100115, Blocked')
    const [sent, ...more] = sentTo('createStatusChange')
    expect(more).toEqual([])
    expect(sent?.body).toEqual({ to: 'blocked', reason: 'other', comment: 'Wants a break' })
    expect(sent?.headers.get('if-match')).toBe(version)
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)

    await user.click(await screen.findByRole('button', { name: 'Details' }))
    const history = within(await dialogNamed('Status history'))
    expect(await history.findByText('Active → Blocked')).toBeVisible()
    expect(history.getByText('Wants a break')).toBeVisible()
  })

  it('keeps status and what was typed when it fails', async () => {
    const { user, header, inDialog, press } = await asked(
      renderCase('status-change-fails'),
      /^Change status/,
      'Change status',
    )
    await user.click(inDialog.getByRole('radio', { name: 'Inactive' }))
    await user.selectOptions(inDialog.getByLabelText('Reason'), 'Account closure')
    await user.type(inDialog.getByLabelText('Comment'), 'Asked for it')
    await press('Change status')
    expect(await inDialog.findByRole('alert')).toBeVisible()
    expect(inDialog.getByRole('radio', { name: 'Inactive' })).toBeChecked()
    expect(inDialog.getByLabelText('Comment')).toHaveValue('Asked for it')
    expect(header.getByText('Active')).toBeVisible()
  })

  it('says who changed what meanwhile and lets choose again', async () => {
    const { user, dialog, inDialog, press, sentTo } = await changing('vip')
    await user.click(inDialog.getByRole('radio', { name: 'Blocked' }))
    await user.selectOptions(inDialog.getByLabelText('Reason'), 'Non-payment')
    await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'vip' }, body: { lastName: 'Vipont' } })
    await press('Change status')
    const alert = await inDialog.findByRole('alert')
    expect(alert).toHaveTextContent('Sam Rivera changed this customer just now.')
    expect(alert).toHaveTextContent('Last name: Vipond → Vipont')
    expect(inDialog.getByRole('radio', { name: 'Blocked' })).toBeChecked()
    await press('Change status')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect((await stored('vip'))?.status).toBe('blocked')
    const keys = sentTo('createStatusChange').map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(2)
  })

  it('reads again what is allowed when that has changed', async () => {
    const { user, inDialog, press } = await changing('vip')
    await user.click(inDialog.getByRole('radio', { name: 'Blocked' }))
    await user.selectOptions(inDialog.getByLabelText('Reason'), 'Non-payment')
    await mockBackend().callAs('service', 'createStatusChange', {
      path: { id: 'vip' },
      body: { to: 'inactive', reason: 'accountClosure' },
    })
    mock('createStatusChange', () => problem('invalid-transition', { from: 'inactive', allowed: ['active'] }), {
      once: true,
    })
    await press('Change status')
    expect(await inDialog.findByRole('alert')).toHaveTextContent('Status: Active → Inactive')
    expect(inDialog.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual(['Active'])
    expect(inDialog.getByRole('radio', { name: 'Active' })).toBeChecked()
    expect(inDialog.getByLabelText('Reason')).toHaveValue('nonPayment')
  })

  it('approves and rejects who waits for it', async () => {
    const { press, header, dialog } = await asked(renderCase('awaits-approval'), /^Approve/, 'Approve this customer')
    await press('Approve')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(header.getByText('Active')).toBeVisible()
  })
})

describe('locks and passwords', () => {
  it('unlocks after a question', async () => {
    const { press, header, dialog } = await asked(
      renderApp('/customers/locked/account'),
      /^Unlock/,
      'Unlock the sign-in?',
    )
    expect(dialog).toHaveTextContent('Louis Lockwood')
    await press('Unlock')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(header.queryByText(/^Locked/)).not.toBeInTheDocument()
    expect(noticed()).toHaveTextContent('Sign-in unlocked')
  })

  it('requests a password reset, and never says that it was sent', async () => {
    const { press, dialog, sentTo } = await asked(
      renderApp('/customers/ada/account'),
      /^Reset password/,
      'Reset the password?',
    )
    expect(dialog).toHaveTextContent('Ada Park')
    expect(dialog).toHaveTextContent('ada.park@mail.example')
    await press('Request reset')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(noticed()).toHaveTextContent('Password reset requested')
    expect(noticed().textContent).not.toMatch(/sent/i)
    expect(sentTo('createPasswordReset')).toHaveLength(1)
  })
})

describe('VIPs and access', () => {
  it('warns before somebody becomes a VIP', async () => {
    const { press, header, dialog, sentTo } = await asked(
      renderApp('/customers/ada/account'),
      /^Mark as VIP/,
      'Mark this customer as VIP?',
    )
    expect(dialog).toHaveTextContent('payments for the subscriptions of this customer are suppressed')
    expect(dialog).toHaveTextContent('where automated payment is switched on')
    await press('Mark as VIP')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(header.getByText('VIP')).toBeVisible()
    expect(sentTo('patchCustomer')[0]?.body).toEqual({ tier: 'vip' })
  })

  it('blocks access over the version that was last seen, and asks again when there is another', async () => {
    const { user, press, header } = await asked(renderApp('/customers/ada/account'), /^Block access/, 'Block access?')
    await mockBackend().callAs('service', 'patchCustomer', { path: { id: 'ada' }, body: { title: 'Dr.' } })
    await press('Block access')
    expect(await screen.findByRole('alert')).toHaveTextContent('Title: – → Dr.')
    const again = await dialogNamed('Block access?')
    expect((await stored('ada'))?.accessBlocked).toBe(false)
    await waitFor(() => expect(within(again).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await user.click(within(again).getByRole('button', { name: 'Block access' }))
    await waitFor(async () => expect((await stored('ada'))?.accessBlocked).toBe(true))
    expect(await header.findByText('Access blocked')).toBeVisible()
  })
})
