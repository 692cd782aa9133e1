import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
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
  expect(cell('R-000001', 'Status')).toBe('Active Every 2 weeks, next in 5 days')
  expect(cell('R-000002', 'Status')).toBe('Active Every 30 days, next Oct 7, 2026')
  expect(cell('R-000003', 'Status')).toBe('Paused Quarterly, next not scheduled')
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
    'KWD 9.935',
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

it('shows one kind of order, in the order asked for', async () => {
  const { user, table, names, sentTo } = await ordersOf('orders')
  await user.click(screen.getByRole('button', { name: 'Kind' }))
  const dialog = await screen.findByRole('dialog', { name: 'Kind' })
  await user.click(within(dialog).getByRole('checkbox', { name: 'Recurring' }))
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toEqual(['R-000001', 'R-000002', 'R-000003']))
  await user.click(within(table).getByRole('button', { name: 'Total' }))
  await waitFor(() =>
    expect(sentTo('listCustomerOrders').at(-1)?.query).toMatchObject({ kind: ['recurring'], sort: '-total' }),
  )
})

it('says that there are none', async () => {
  renderApp('/customers/bo/orders')
  expect(await screen.findByRole('heading', { name: 'No orders' })).toBeVisible()
})

it('says so when no order is of the kind asked for', async () => {
  const { user } = await ordersOf('one-order')
  await user.click(screen.getByRole('button', { name: 'Kind' }))
  const dialog = await screen.findByRole('dialog', { name: 'Kind' })
  await user.click(within(dialog).getByRole('checkbox', { name: 'Recurring' }))
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  expect(await screen.findByRole('heading', { name: 'No orders of this kind' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all orders' }))
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
