import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EdgeCaseName } from '#mocks/edge-cases/edge-cases.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderCase } from '#tests/render-app.tsx'

async function accountOf(name: EdgeCaseName, options?: Parameters<typeof renderCase>[1]) {
  const app = renderCase(name, options)
  const section = await screen.findByRole('region', { name: 'Account' })
  await within(section).findByRole('heading', { name: 'Person' })
  const valueOf = (label: string) =>
    within(section).getByText(label, { selector: 'dt' }).nextElementSibling?.textContent
  const header = within(screen.getByRole('heading', { level: 1 }).closest('header') as HTMLElement)
  const menu = async () => {
    await app.user.click(header.getByRole('button', { name: 'Manage' }))
    return within(await screen.findByRole('menu', { name: 'Manage' }))
  }
  return { ...app, section, valueOf, header, menu }
}

describe('names and ways to reach', () => {
  it('shows what is missing as not set', async () => {
    const { valueOf } = await accountOf('no-email-no-phone')
    expect(valueOf('Email')).toBe('–not set')
    expect(valueOf('Phone')).toBe('–not set')
  })

  it.each([
    ['no-last-name', 'Bo'],
    ['very-long-name', /^Maximiliana .* von und zu Hohenstein/],
    ['name-from-right-to-left', 'ليلى الحداد'],
    ['name-like-markup', '<img src=x onerror=alert(1)> <b>Tables</b> &amp; "Quotes"'],
  ] as const)('names the record of %s', async (name, heading) => {
    await accountOf(name)
    expect(screen.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    expect(await screen.findByRole('tab', { name: heading })).toBeVisible()
  })

  it('shows odd numbers as they are stored, and refuses an extension without a number', async () => {
    const { user, valueOf } = await accountOf('odd-phone-numbers')
    expect(valueOf('Phone')).toContain('020 7946 0999 (after six, ask for Fi)')
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const form = await screen.findByRole('form', { name: 'Edit account' })
    await user.type(within(form).getByLabelText('Work phone extension'), '12')
    await user.clear(within(form).getByLabelText('Work phone'))
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(within(form).getByLabelText('Work phone extension')).toBeInvalid())
  })
})

describe('times and languages', () => {
  it('says never of every stand-in for a date', async () => {
    const { valueOf } = await accountOf('stand-in-dates')
    for (const label of ['Last login', 'Last activity', 'Last password change']) expect(valueOf(label)).toBe('Never')
  })

  it('says the zone once, and the full time of each on focus', async () => {
    const { user, section } = await accountOf('daylight-saving-dates')
    expect(within(section).getAllByText(/^Times are in /)).toHaveLength(1)
    const login = within(section).getByRole('button', { name: 'Mar 29, 2026' })
    await user.tab()
    while (document.activeElement !== login) await user.tab()
    expect((await screen.findByRole('tooltip')).textContent).toMatch(/Mar 29, 2026, .*(UTC|GMT|[A-Z]{2,4})/)
  })

  it('keeps a language that is not offered, and shows that there is none', async () => {
    expect((await accountOf('unsupported-language')).valueOf('Preferred language')).toBe('Klingon')
  })

  it('shows a missing language as not set', async () => {
    expect((await accountOf('no-language')).valueOf('Preferred language')).toBe('–not set')
  })
})

describe('states', () => {
  it('tells inactive, access blocked and locked apart', async () => {
    const { header, valueOf } = await accountOf('inactive-access-blocked-and-locked')
    expect(header.getByText('Inactive')).toBeVisible()
    expect(header.getByText('Access blocked')).toBeVisible()
    expect(header.getByText('Locked, ends Jan 2, 2040')).toBeVisible()
    expect(valueOf('Status')).toContain('Inactive')
    expect(valueOf('Access')).toMatch(/^Access blocked: may sign in/)
    expect(valueOf('Sign-in')).toBe('Locked, ends Jan 2, 2040')
  })

  it('marks an inactive customer in header and tab', async () => {
    const { header } = await accountOf('inactive-customer')
    expect(header.getByText('Inactive')).toBeVisible()
    const tab = await screen.findByRole('tab', { name: 'Ingrid Inactive' })
    expect(tab).toHaveAccessibleDescription('C-100109, Inactive')
  })

  it('says of a guest what does not apply, and offers neither unlock nor reset', async () => {
    const { valueOf, menu } = await accountOf('guest-account')
    for (const label of ['Last login', 'Last password change', 'Sign-in'])
      expect(valueOf(label)).toMatch(/^Not applicable/)
    const items = await menu()
    for (const name of [/^Unlock/, /^Reset password/]) {
      const item = items.getByRole('menuitem', { name })
      expect(item).toHaveAttribute('aria-disabled', 'true')
      expect(item).toHaveTextContent('Guests and unregistered customers do not sign in.')
    }
  })

  it('refuses a password reset without an email, with the reason', async () => {
    const { user, menu, sentTo } = await accountOf('reset-without-email')
    const item = (await menu()).getByRole('menuitem', { name: /^Reset password/ })
    expect(item).toHaveTextContent('There is no email to send it to')
    await user.click(item)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(sentTo('createPasswordReset')).toEqual([])
  })

  it('notes on a VIP that payments are suppressed', async () => {
    expect((await accountOf('vip-account')).valueOf('Tier')).toBe('VIPPayments for subscriptions are suppressed.')
  })

  it('keeps an anonymised account read only, with its placeholders', async () => {
    const { header, section, menu } = await accountOf('anonymised-account')
    expect(header.getByText('Anonymised')).toBeVisible()
    expect(within(section).getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true')
    const items = await menu()
    for (const name of [/^Change status/, /^Mark as VIP/, /^Block access/])
      expect(items.getByRole('menuitem', { name })).toHaveTextContent('This record was anonymised and is read only.')
  })
})

describe('others and what they did', () => {
  it('lists others with the same email, each a way to its record', async () => {
    const { user, workspace } = await accountOf('duplicate-email')
    const panel = within(await screen.findByRole('region', { name: 'Possible duplicates (1)' }))
    expect(panel.getByText('same email')).toBeVisible()
    await user.click(panel.getByRole('button', { name: 'Open Ada Park in background' }))
    expect(workspace.store.getState().records.map(({ id }) => id)).toEqual(['twin', 'ada'])
    await user.click(panel.getByRole('link', { name: 'Ada Park' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Park' })).toBeVisible()
  })

  it('shows changes of one moment newest first', async () => {
    const { user } = await accountOf('changes-of-the-same-moment')
    await user.click(await screen.findByRole('button', { name: 'Details' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Status history' }))
    const items = dialog.getAllByRole('listitem').map((item) => item.textContent)
    expect(items[0]).toMatch(/^Blocked → Inactive.*Account closure.*Second of two.*Sam Rivera/)
    expect(items[1]).toMatch(/^Active → Blocked.*Other.*First of two/)
  })

  it('becomes read only when it is anonymised elsewhere', async () => {
    const { section, queryClient } = await accountOf('vip-account')
    await mockBackend().store.transaction(async (rows) =>
      rows.update('customers', 'vip', { anonymizedAt: '2026-11-16T09:00:00.000Z', version: 9 }),
    )
    await queryClient.invalidateQueries()
    await waitFor(() =>
      expect(within(section).getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true'),
    )
  })

  it('says that a permission was taken away meanwhile', async () => {
    const { user, menu, header } = await accountOf('permission-lost-meanwhile')
    await user.click((await menu()).getByRole('menuitem', { name: /^Remove VIP/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Remove VIP from this customer?' })
    await user.click(within(dialog).getByRole('button', { name: 'Remove VIP' }))
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/permission/)
    expect(header.getByText('VIP')).toBeVisible()
  })

  it.each([
    ['sales', { status: true, vip: false }],
    ['finance', { status: true, vip: true }],
  ] as const)('offers %s what the role may do', async (as, isDisabled) => {
    const { menu } = await accountOf('vip-account', { as })
    const items = await menu()
    const disabled = (name: RegExp) => items.getByRole('menuitem', { name }).getAttribute('aria-disabled') === 'true'
    expect(disabled(/^Change status/)).toBe(isDisabled.status)
    expect(disabled(/^Remove VIP/)).toBe(isDisabled.vip)
  })
})
