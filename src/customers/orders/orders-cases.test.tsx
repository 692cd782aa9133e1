import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mock } from '#mocks/mock.ts'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function rowsOf(name: Parameters<typeof renderCase>[0]) {
  const app = renderCase(name)
  const table = await readTable('Orders')
  await waitFor(() => expect(table.names()).not.toEqual([]))
  return { ...app, ...table }
}

it('no-orders: says what would be here', async () => {
  renderCase('no-orders')
  expect(await screen.findByRole('heading', { name: 'No orders' })).toBeVisible()
})

it('one-order: shows it, and one in the count', async () => {
  const { names } = await rowsOf('one-order')
  expect(names()).toEqual(['W-20261000'])
  expect(screen.getByRole('tab', { name: 'Orders' })).toHaveAccessibleDescription('1')
})

/** As the API answers for a customer with that many orders. */
function withOrders(count: number) {
  mock('listCustomerOrders', async ({ query, passThrough }) => {
    const { items } = await passThrough()
    const [order] = items
    if (!order) throw new Error('no order to copy')
    const first = Number(query?.cursor ?? 0)
    const page = Array.from({ length: Math.min(100, count - first) }, (_, index) =>
      Object.assign({ ...order }, { id: `many-${first + index}`, number: `H-${first + index}` }),
    )
    const next = first + page.length
    return {
      items: page,
      ...(next < count ? { next: String(next) } : {}),
      ...(query?.count
        ? { total: { value: Math.min(count, 10_000), relation: count > 10_000 ? ('gte' as const) : ('eq' as const) } }
        : {}),
    }
  })
}

it.each([
  [10_000, '10,000', '10001'],
  [12_345, '10,000+', '-1'],
] as const)(
  'ten-thousand-orders: of %i shows the true count and few rows at a time',
  async (count, shown, rowCount) => {
    withOrders(count)
    const { table, sentTo } = await rowsOf('ten-thousand-orders')
    expect(screen.getByRole('tab', { name: 'Orders' })).toHaveAccessibleDescription(shown)
    expect(table).toHaveAttribute('aria-rowcount', rowCount)
    expect(within(table).getAllByRole('row').length).toBeLessThan(80)
    expect(sentTo('listCustomerOrders').length).toBeLessThan(3)
  },
)

it('orders-in-many-currencies: writes each amount with its decimals and never adds currencies', async () => {
  const { user, cell } = await rowsOf('orders-in-many-currencies')
  expect(cell('M-JPY', 'Total')).toBe('JPY 7,154')
  expect(cell('M-KWD', 'Total')).toBe('KWD 6.288')
  expect(cell('M-ZERO', 'Total')).toBe('USD 0.00')
  expect(cell('M-REFUND', 'Total')).toBe('-USD 123.45')
  expect(cell('M-HUGE', 'Total')).toBe('USD 1,234,567,890,123.45')
  expect(cell('M-NOCUR', 'Total')).toBe("KWD 9.935 (scope's currency)")
  expect(cell('M-NULL', 'Total')).toBe('not calculated')
  const values = await readTable('Order value by month')
  expect(values.cell('November 2026', 'Value')).toMatch(/^USD /)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Currency' }), 'JPY')
  expect(values.cell('November 2026', 'Value')).toBe('JPY 7,154')
  expect(values.cell('November 2026', 'Orders')).toBe('1')
})

it('order-without-currency: says whose currency it is', async () => {
  renderCase('order-without-currency')
  expect(await screen.findByText("(scope's currency)")).toBeVisible()
})

it('orders-with-unknown-codes: shows codes, scopes and numbers as they are', async () => {
  const { cell } = await rowsOf('orders-with-unknown-codes')
  expect(cell('W-20260007', 'Status')).toBe('AwaitingCustoms_17')
  expect(cell('W-20260008', 'Scope')).toBe('gone-scope')
  expect(cell('000000000042', 'Shipments')).toBe('0')
  expect(cell('W-20260001', 'Shipments')).toBe('4')
})

it('order-with-canceled-shipment: counts it, and says so', async () => {
  renderCase('order-with-canceled-shipment')
  expect(await screen.findByText('4 shipments, 1 of them canceled')).toBeVisible()
})

it('order-being-edited: says who edits it, that its cancellation is pending, and what needs attention', async () => {
  const { cell } = await rowsOf('order-being-edited')
  expect(cell('W-20260009', 'Status')).toBe('In progress Cancellation pending Being edited by Sam Rivera')
  expect(cell('W-20260003', 'Status')).toBe('On hold Needs attention')
})

it('recurring-orders-of-every-kind: says how each goes on', async () => {
  const { cell, user } = await rowsOf('recurring-orders-of-every-kind')
  expect(cell('R-000001', 'Status')).toBe('Active · Every 2 weeks, next in 5 days')
  expect(cell('R-000002', 'Status')).toBe('Active · Every 30 days, was due Oct 7, 2026')
  expect(cell('R-000003', 'Status')).toBe('Paused · Quarterly Product no longer sold')
  await user.click(screen.getByRole('button', { name: 'Actions for R-000002' }))
  const menu = await screen.findByRole('menu', { name: 'Actions for R-000002' })
  expect(within(menu).queryByRole('menuitem', { name: 'View in Orders Module' })).not.toBeInTheDocument()
})

it('recurring-order-without-payment: says what became of the payments', async () => {
  const { cell } = await rowsOf('recurring-order-without-payment')
  expect(cell('R-000072', 'Status')).toBe('Active · Every 30 days, next in 3 days Payment expired Payment deleted')
})

it('order-that-is-gone: says so, and leads back to the record and the row', async () => {
  const { user, router } = await rowsOf('order-that-is-gone')
  await user.click(screen.getByRole('button', { name: 'Actions for R-000003' }))
  await user.click(await screen.findByRole('menuitem', { name: 'View in Orders Module' }))
  expect(await screen.findByRole('heading', { name: /There is no such order/ })).toBeVisible()
  const [back] = screen.getAllByRole('link', { name: "Back to the customer's orders" })
  await user.click(back ?? document.body)
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/orders/orders'))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for R-000003' })).toHaveFocus())
})

it('order-out-of-reach: says that it is not there or not for this person, and leads to all orders', async () => {
  const { user } = renderCase('order-out-of-reach')
  expect(await screen.findByRole('heading', { name: /not for you to see/ })).toBeVisible()
  const [all] = screen.getAllByRole('link', { name: 'All orders' })
  await user.click(all ?? document.body)
  expect(await screen.findByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
})
