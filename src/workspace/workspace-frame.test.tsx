import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

const three = '?open=ada.account_bo.account_muller.account'
const tab = (name: string) => screen.getByRole('tab', { name })
const panel = (name: string) => screen.findByRole('tabpanel', { name })

async function renderThree(path = '/customers/bo/account') {
  const app = renderApp(`${path}${three}`)
  await screen.findByRole('tab', { name: 'Ada Park' })
  return app
}

describe('the address', () => {
  it('opens a record by a deep link and names the window by its number', async () => {
    const { router } = renderApp('/customers/ada/account')
    await panel('Ada Park')
    expect(router.state.location.href).toBe('/customers/ada/account?open=ada.account')
    await waitFor(() => expect(document.title).toBe('C-100001 – Customers'))
    expect(document.title).not.toContain('Ada')
  })

  it('goes Back through what was looked at and closes nothing', async () => {
    const { user, router } = await renderThree()
    await user.click(tab('Ada Park'))
    await user.click(tab('Käthe Müller-Lüdenscheidt'))
    act(() => router.history.back())
    expect(await panel('Ada Park')).toBeVisible()
    act(() => router.history.back())
    expect(await panel('Bo')).toBeVisible()
    expect(router.state.location.search).toMatchObject({ open: 'ada.account_bo.account_muller.account' })
  })

  it('keeps the records open in the orders and comes back', async () => {
    const { user, router } = await renderThree()
    await user.click(screen.getByRole('link', { name: 'Orders' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders'))
    expect(screen.queryByRole('tabpanel', { name: 'Bo' })).toBeNull()
    await waitFor(() => expect(document.title).toBe('Orders'))
    await user.click(tab('Bo'))
    expect(await panel('Bo')).toBeVisible()
    expect(router.state.location.href).toBe(`/customers/bo/account${three}`)
  })

  it('goes back to the list with its filters', async () => {
    const { user, router } = renderApp('/customers?status=blocked&open=ada.account')
    await user.click(await screen.findByRole('tab', { name: 'Ada Park' }))
    await user.click(screen.getByRole('link', { name: 'Customers' }))
    await waitFor(() => expect(router.state.location.href).toContain('status=blocked'))
    expect(router.state.location.pathname).toBe('/customers')
  })
})

describe('the focus', () => {
  it('comes back to where the person was in a record', async () => {
    const { user } = await renderThree()
    const link = await within(await panel('Bo')).findByRole('tab', { name: 'Orders' })
    act(() => link.focus())
    await user.keyboard('n')
    const next = await panel('Käthe Müller-Lüdenscheidt')
    await waitFor(() => expect(next).toHaveFocus())
    await user.keyboard('p')
    await waitFor(() => expect(link).toHaveFocus())
  })

  it('stays on a tab that the keyboard opened', async () => {
    const { user } = await renderThree()
    act(() => tab('Ada Park').focus())
    await user.keyboard('{Enter}')
    expect(await panel('Ada Park')).toBeVisible()
    expect(tab('Ada Park')).toHaveFocus()
  })
})

describe('shortcuts', () => {
  it('go to records, lists and sections', async () => {
    const { user, router } = await renderThree()
    await panel('Bo')
    const at = (path: string) => waitFor(() => expect(router.state.location.pathname).toBe(path))
    await user.keyboard('g1')
    await at('/customers/ada/account')
    await user.keyboard('s')
    await at('/customers/ada/attributes')
    await user.keyboard('a')
    await at('/customers/ada/account')
    await user.keyboard('go')
    await at('/orders')
    await user.keyboard('gc')
    await at('/customers')
    await user.keyboard('g3')
    await at('/customers/muller/account')
    await user.keyboard('x')
    await at('/customers/bo/account')
    expect(screen.getAllByRole('tab').filter(({ id }) => id.startsWith('record-tab-'))).toHaveLength(2)
  })

  it.each(['/', '{Control>}k{/Control}'])('search with %s', async (keys) => {
    const { user } = await renderThree()
    await panel('Bo')
    await user.keyboard(keys)
    const search = await screen.findByRole('searchbox', { name: 'Search customers' })
    await waitFor(() => expect(search).toHaveFocus())
    expect(search).toHaveValue('')
    await user.keyboard('n/x?')
    expect(search).toHaveValue('n/x?')
  })

  it('are listed on a sheet, and do nothing behind it', async () => {
    const { user, router } = await renderThree()
    await panel('Bo')
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(sheet).getByText('Next open customer')).toBeInTheDocument()
    await user.keyboard('n')
    expect(router.state.location.pathname).toBe('/customers/bo/account')
    await user.click(within(sheet).getByRole('button', { name: 'Close' }))
    await user.keyboard('n')
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers/muller/account'))
  })

  it('can be switched off, but for those with Control', async () => {
    const { user, router } = await renderThree()
    await panel('Bo')
    await user.click(screen.getByRole('button', { name: /preferences and sign-out/ }))
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Single-key shortcuts' }))
    expect(await screen.findByRole('menuitemcheckbox', { checked: false })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    await user.keyboard('n')
    expect(router.state.location.pathname).toBe('/customers/bo/account')
    await user.keyboard('{Control>}k{/Control}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/customers'))
  })
})

describe('a link to a record', () => {
  it('opens and shows it', async () => {
    const { user, router } = renderApp('/customers')
    await user.click(await screen.findByRole('link', { name: 'C-100014' }))
    expect(await panel('Acme Coffee Supplies Ltd')).toBeVisible()
    expect(router.state.location.href).toBe('/customers/acme/account?open=acme.account')
  })

  it.each([
    ['Control', (link: HTMLElement) => fireEvent.click(link, { ctrlKey: true })],
    ['Command', (link: HTMLElement) => fireEvent.click(link, { metaKey: true })],
    [
      'the middle button',
      (link: HTMLElement) =>
        fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true })),
    ],
  ])('opens it behind with %s, and offers to show it', async (_, press) => {
    const { user, router } = renderApp('/customers')
    press(await screen.findByRole('link', { name: 'C-100014' }))
    expect(await screen.findByRole('tab', { name: 'Acme Coffee Supplies Ltd' })).toHaveAttribute(
      'aria-selected',
      'false',
    )
    expect(router.state.location.pathname).toBe('/customers')
    await user.click(await screen.findByRole('button', { name: 'Show' }))
    expect(await panel('Acme Coffee Supplies Ltd')).toBeVisible()
  })
})

describe('leaving the window', () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }

  it('is asked about only while something is unsaved', async () => {
    const { workspace } = await renderThree()
    expect(leave()).toBe(false)
    act(() => workspace.setUnsaved('bo', 'account', true))
    expect(leave()).toBe(true)
    act(() => workspace.setUnsaved('bo', 'account', false))
    expect(leave()).toBe(false)
  })

  it.each(['beforeunload', 'pagehide'])('keeps at %s where the records were scrolled to', async (moment) => {
    const { workspace, router } = await renderThree()
    workspace.remember('bo', 'account/scroll', [400, 0])
    act(() => void window.dispatchEvent(new Event(moment)))
    expect(router.history.location.state.views).toMatchObject({ 'bo/account/scroll': [400, 0] })
  })
})

it('says how many records had no room', async () => {
  const many = Array.from({ length: 102 }, (_, index) => `nobody${index}`).join('_')
  renderApp(`/orders?open=${many}`)
  expect(await screen.findByText('At most 100 customers can be open. 2 were left out.')).toBeInTheDocument()
})
