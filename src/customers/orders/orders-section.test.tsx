import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function ordersOf(id: string) {
  const app = renderApp(`/customers/${id}/orders`)
  const table = await readTable('Orders')
  await waitFor(() => expect(table.names()).not.toEqual([]))
  const menuOf = async (number: string) => {
    await app.user.click(within(table.row(number)).getByRole('button', { name: `Actions for ${number}` }))
    return screen.findByRole('menu', { name: `Actions for ${number}` })
  }
  return { ...app, ...table, menuOf }
}

/** The button of a filter; a column of the same name has one too, further down. */
const filterButton = (name: string) => screen.getAllByRole('button', { name })[0] ?? document.body

async function choose(user: UserEvent, filter: string, choice: string) {
  await user.click(filterButton(filter))
  const dialog = await screen.findByRole('dialog', { name: filter })
  await user.click(within(dialog).getByRole('checkbox', { name: choice }))
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
}

it('shows past, current and recurring orders, the newest first', async () => {
  const { columns, cell, names } = await ordersOf('orders')
  expect(columns()).toEqual(['Order number', 'Scope', 'Status', 'Created', 'Shipments', 'Total', 'Row actions'])
  expect(names()).toHaveLength(14)
  expect(names()[0]).toBe('0000815')
  expect(cell('W-20260001', 'Scope')).toBe('United States')
  expect(cell('W-20260001', 'Status')).toBe('In progress')
  expect(cell('W-20260001', 'Created')).toBe('2 days ago')
  expect(cell('W-20260001', 'Shipments')).toBe('4')
  expect(cell('W-20260001', 'Total')).toBe('USD 166.97')
})

it('shows codes and scopes that it does not know as they are, numbers as text, and what needs attention', async () => {
  const { cell } = await ordersOf('orders')
  expect(cell('W-20260007', 'Status')).toBe('AwaitingCustoms_17')
  expect(cell('W-20260008', 'Scope')).toBe('gone-scope')
  expect(cell('000000000042', 'Shipments')).toBe('0')
  expect(cell('W-20260003', 'Status')).toBe('On hold Needs attention')
})

it('says how recurring orders go on', async () => {
  const { cell } = await ordersOf('orders')
  expect(cell('R-000001', 'Status')).toBe('Active · Every 2 weeks, next in 5 days')
  expect(cell('R-000002', 'Status')).toBe('Active · Every 30 days, was due Oct 7, 2026')
  expect(cell('R-000003', 'Status')).toBe('Paused · Quarterly Product no longer sold')
})

it('writes every total in its own currency, and one that is not known in words', async () => {
  const { cell } = await ordersOf('money')
  const totals = ['JPY', 'KWD', 'EUR', 'ZERO', 'REFUND', 'HUGE', 'NULL', 'NOCUR', 'FOREIGN'].map((name) =>
    cell(`M-${name}`, 'Total'),
  )
  expect(totals).toEqual([
    'JPY 7,154',
    'KWD 6.288',
    'EUR 187.79',
    'USD 0.00',
    '-USD 123.45',
    'USD 1,234,567,890,123.45',
    'not calculated',
    "KWD 9.935 (scope's currency)",
    'SEK 339.78',
  ])
})

it('leads to the order in the Orders module, and Back returns to the record', async () => {
  const { user, router, menuOf } = await ordersOf('orders')
  await user.click(within(await menuOf('W-20260001')).getByRole('menuitem', { name: 'View in Orders Module' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Order W-20260001' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/orders/orders-o2')
  expect(screen.getByRole('tab', { name: 'Odette Orders' })).toBeVisible()
  router.history.back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/orders/orders'))
  expect(await screen.findByRole('table', { name: 'Orders' })).toBeVisible()
})

it('leads from a schedule to the newest order made from it, where there is one', async () => {
  const { user, router, menuOf } = await ordersOf('orders')
  const without = await menuOf('R-000002')
  expect(within(without).getAllByRole('menuitem')).toHaveLength(1)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(without).not.toBeInTheDocument())
  await user.click(within(await menuOf('R-000001')).getByRole('menuitem', { name: 'View in Orders Module' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/orders/orders-o6'))
})

it('leads to an order that is gone, and says so', async () => {
  const { user, menuOf } = await ordersOf('orders')
  await user.click(within(await menuOf('R-000003')).getByRole('menuitem', { name: 'View in Orders Module' }))
  expect(await screen.findByRole('heading', { name: /There is no such order/ })).toBeVisible()
})

it('copies a number', async () => {
  const { user, menuOf } = await ordersOf('orders')
  await user.click(within(await menuOf('000000000042')).getByRole('menuitem', { name: 'Copy number' }))
  expect(await navigator.clipboard.readText()).toBe('000000000042')
})

it('shows one kind of order, in the order asked for, and how many were found', async () => {
  const { user, table, names, sentTo } = await ordersOf('orders')
  await choose(user, 'Kind', 'Recurring')
  await waitFor(() => expect(names()).toEqual(['R-000001', 'R-000002', 'R-000003']))
  expect(screen.getByText('3 found')).toHaveRole('status')
  await user.click(within(table).getByRole('button', { name: 'Total' }))
  await waitFor(() =>
    expect(sentTo('listCustomerOrders').at(-1)?.query).toMatchObject({ kind: ['recurring'], sort: '-total' }),
  )
})

it('filters by status, also one that it does not know, and by scope', async () => {
  const { user, names } = await ordersOf('orders')
  await choose(user, 'Status', 'AwaitingCustoms_17')
  await waitFor(() => expect(names()).toEqual(['W-20260007']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await choose(user, 'Scope', 'gone-scope')
  await waitFor(() => expect(names()).toEqual(['W-20260008']))
})

it('filters by day and by number, leading zeros and all', async () => {
  const { user, names, sentTo } = await ordersOf('orders')
  await user.click(filterButton('Order number'))
  await user.type(await screen.findByRole('textbox', { name: 'Order number' }), '000000000042{Enter}')
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toEqual(['000000000042']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await user.click(filterButton('Created'))
  const dialog = await screen.findByRole('dialog', { name: 'Created' })
  await user.type(within(dialog).getByLabelText('From'), '2026-11-15')
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toEqual(['0000815']))
  expect(sentTo('listCustomerOrders').at(-1)?.query).toMatchObject({ createdFrom: '2026-11-15' })
})

it('filters by total in a currency, written as people write amounts', async () => {
  const { user, names, sentTo } = await ordersOf('money')
  await user.click(filterButton('Total'))
  const dialog = await screen.findByRole('dialog', { name: 'Total' })
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Currency' }), 'KWD')
  const least = within(dialog).getByRole('textbox', { name: 'At least' })
  await user.type(least, '6.2889')
  expect(least).toBeInvalid()
  expect(within(dialog).getByRole('alert')).toHaveTextContent('Write an amount such as 1.250.')
  await user.clear(least)
  await user.type(least, '6.289')
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toEqual(['M-NOCUR']))
  expect(sentTo('listCustomerOrders').at(-1)?.query).toMatchObject({ currency: ['KWD'], totalMin: 6289 })
  expect(screen.getByRole('button', { name: /^Total: from KWD.6\.289$/ })).toBeVisible()
})

it('keeps filters and sort with each record', async () => {
  const { user, names, router } = await ordersOf('orders')
  await choose(user, 'Kind', 'Recurring')
  await waitFor(() => expect(names()).toHaveLength(3))
  await act(async () =>
    router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'money', section: 'orders' } }),
  )
  expect(await screen.findByRole('link', { name: 'M-JPY' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Kind' })).toBeVisible()
  await user.click(screen.getByRole('tab', { name: 'Odette Orders' }))
  expect(await screen.findByRole('button', { name: 'Kind: Recurring' })).toBeVisible()
})

it('has its filters, sort and place back after a reload', async () => {
  const views = {
    'orders/orders/view': { sort: 'number', kind: ['recurring'] },
    'orders/orders/values': 0,
    'orders/orders/table': 'nonsense',
  }
  const { sentTo } = renderApp('/customers/orders/orders', { state: { views } })
  expect(await screen.findByRole('button', { name: 'Kind: Recurring' })).toBeVisible()
  expect((await readTable('Orders')).names()).toEqual(['R-000001', 'R-000002', 'R-000003'])
  expect(sentTo('listCustomerOrders')).toHaveLength(1)
  expect(sentTo('listCustomerOrders')[0]?.query).toMatchObject({ sort: 'number', kind: ['recurring'] })
  expect(sentTo('listOrderValues')).toHaveLength(0)
})

it('opens an order in another tab of the browser', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const { user, menuOf, router } = await ordersOf('orders')
  await user.click(within(await menuOf('W-20260001')).getByRole('menuitem', { name: 'Open in new browser tab' }))
  expect(open).toHaveBeenCalledWith(expect.stringContaining('/orders/orders-o2'), '_blank', 'noopener')
  expect(router.state.location.pathname).toBe('/customers/orders/orders')
})

it('gives the focus back to the menu of the row after coming back from its order', async () => {
  const { user, menuOf, router } = await ordersOf('orders')
  await user.click(within(await menuOf('W-20260001')).getByRole('menuitem', { name: 'View in Orders Module' }))
  await screen.findByRole('heading', { level: 1, name: 'Order W-20260001' })
  await user.click(screen.getByRole('link', { name: "Back to the customer's orders" }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/orders/orders'))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for W-20260001' })).toHaveFocus())
})

it('works by keyboard alone', async () => {
  const { user, router, table } = await ordersOf('orders')
  within(table).getByRole('button', { name: 'Actions for W-20260001' }).focus()
  await user.keyboard('{Enter}')
  const menu = await screen.findByRole('menu', { name: 'Actions for W-20260001' })
  await waitFor(() => expect(within(menu).getByRole('menuitem', { name: 'View in Orders Module' })).toHaveFocus())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/orders/orders-o2'))
})

it('says that orders of other scopes are left out, to those who do not see every scope', async () => {
  mock('getMe', async ({ passThrough }) => ({ ...(await passThrough()), scopeIds: ['us'] }))
  mock('getHiddenRows', () => ({ orders: true, carts: false }))
  await ordersOf('orders')
  expect(await screen.findByText(/Some orders lie in scopes that you do not see/)).toBeVisible()
})

it('does not ask for what is left out when nothing can be', async () => {
  const { sentTo } = await ordersOf('orders')
  expect(sentTo('getHiddenRows')).toHaveLength(0)
})

it('says that the person may not see orders', async () => {
  mock('listCustomerOrders', () => problem('forbidden'))
  renderApp('/customers/orders/orders')
  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible()
})

it('keeps what was read when reading it again fails, and says so', async () => {
  const { queryClient, names } = await ordersOf('orders')
  mock('listCustomerOrders', () => problem('not-acceptable'))
  await act(async () => queryClient.invalidateQueries({ queryKey: ['customers', 'orders'] }))
  expect(await screen.findByText('Not up to date')).toBeVisible()
  expect(names()).toHaveLength(14)
})

it('says that there are none', async () => {
  renderApp('/customers/bo/orders')
  expect(await screen.findByRole('heading', { name: 'No orders' })).toBeVisible()
})

it('says so when no order matches, and takes the filters away', async () => {
  const { user } = await ordersOf('one-order')
  await choose(user, 'Kind', 'Recurring')
  expect(await screen.findByRole('heading', { name: 'No orders match' })).toBeVisible()
  const [clear] = screen.getAllByRole('button', { name: 'Clear filters' })
  await user.click(clear ?? document.body)
  expect(await screen.findByRole('link', { name: 'W-20261000' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('listCustomerOrders', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/one-order/orders')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Orders could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'W-20261000' })).toBeVisible()
})
