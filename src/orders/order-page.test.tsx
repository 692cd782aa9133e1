import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function order(id: string, number: string) {
  const app = renderApp(`/orders/${id}`)
  await screen.findByRole('heading', { level: 1, name: `Order ${number}` })
  return { ...app, page: screen.getByRole('main') }
}

it('shows what was ordered and how the total comes about', async () => {
  const { page } = await order('orders-o2', 'W-20260001')
  const { cell } = await readTable('Lines')
  expect(cell('Stoneware mugs, set of 4', 'Quantity')).toBe('2')
  expect(cell('Stoneware mugs, set of 4', 'Unit price')).toBe('USD 42.00')
  expect(cell('Stoneware mugs, set of 4', 'Discount')).toBe('USD 8.40')
  expect(cell('Stoneware mugs, set of 4', 'Total')).toBe('USD 75.60')
  const sums = within(page)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
  expect(sums).toEqual(expect.arrayContaining(['USD 154.60', 'USD 12.37', 'USD 0.00', 'USD 166.97']))
})

it('shows each shipment with its state, way and tracking', async () => {
  const { page } = await order('orders-o2', 'W-20260001')
  expect(
    within(page)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual(['Shipment S-1', 'Shipment S-2', 'Shipment 3', 'Shipment S-4'])
  expect(within(page).getByText('1Z999AA10123456784')).toBeVisible()
  expect(within(page).getByText('Pending response')).toBeVisible()
  expect(within(page).getByText('Ship to store')).toBeVisible()
})

it('counts shipments with the canceled ones among them, and names the store of a pickup', async () => {
  const { page } = await order('orders-o2', 'W-20260001')
  expect(page).toHaveTextContent('4 shipments, 1 of them canceled')
  await waitFor(() => expect(page).toHaveTextContent('Fifth Avenue'))
})

it('shows the number of a store that cannot be had, and tries again', async () => {
  mock('getStore', () => problem('not-acceptable'))
  const { user, page } = await order('orders-o2', 'W-20260001')
  expect(await within(page).findByText(/Store fifth-avenue: its details could not be loaded/)).toBeVisible()
  mock('getStore', async ({ passThrough }) => passThrough())
  const [again] = within(page).getAllByRole('button', { name: 'Try again' })
  await user.click(again ?? document.body)
  await waitFor(() => expect(page).toHaveTextContent('Fifth Avenue'))
})

it('leads to the commerce system in a new tab, where one is configured', async () => {
  const { page } = await order('orders-o11', '000000000042')
  const link = await within(page).findByRole('link', { name: /Open in commerce system.*opens in a new tab/ })
  expect(link).toHaveAttribute('href', 'https://commerce.example/orders/000000000042')
  expect(link).toHaveAttribute('target', '_blank')
  expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

it.each([
  ['none', {}],
  ['a script', { order: 'javascript:alert(1)//{number}' }],
])('offers no way out with %s', async (_, links) => {
  mock('getConfig', async ({ passThrough }) => ({ ...(await passThrough()), links }))
  const { page, queryClient } = await order('orders-o11', '000000000042')
  await waitFor(() => expect(queryClient.getQueryData(['config'])).toBeDefined())
  expect(within(page).queryByRole('link', { name: /commerce system/ })).not.toBeInTheDocument()
})

it('says who edits the order and that a cancellation is pending', async () => {
  const { page } = await order('orders-o9', 'W-20260009')
  expect(page).toHaveTextContent('Being edited by Sam Rivera')
  expect(page).toHaveTextContent('Cancellation pending')
})

it('keeps the order when reading it again fails, and says so', async () => {
  const { page, queryClient } = await order('orders-o11', '000000000042')
  mock('getOrder', () => problem('not-acceptable'))
  await act(async () => queryClient.invalidateQueries({ queryKey: ['orders'] }))
  expect(await within(page).findByText(/This may not be up to date/)).toBeVisible()
  expect(within(page).getByRole('heading', { level: 1, name: 'Order 000000000042' })).toBeVisible()
})

it('says that the person may not open orders, and leads on', async () => {
  mock('getOrder', () => problem('forbidden'))
  renderApp('/orders/orders-o2')
  expect(await screen.findByRole('heading', { name: 'You may not open orders' })).toBeVisible()
  expect(screen.getAllByRole('link', { name: 'All orders' })).not.toEqual([])
})

it('shows payments with no more than four digits of a card', async () => {
  await order('orders-o2', 'W-20260001')
  const { cell } = await readTable('Payments')
  expect(cell('Credit card •••• 1111', 'Amount')).toBe('USD 150.00')
  expect(cell('Credit card •••• 1111', 'Status')).toBe('Authorized')
  expect(cell('Credit card •••• 4444', 'Status')).toBe('Payment failed')
  expect(cell('Credit card •••• 4444', 'Amount')).toBe('–not set')
  expect(cell('Credit card •••• 4444', 'Date')).toBe('–not set')
})

it('tells the history, the newest first, with who did it and on which shipment', async () => {
  const { page } = await order('orders-o2', 'W-20260001')
  const changes = within(page).getAllByText(/^New( → .*)?$/, { selector: 'strong' })
  expect(changes.map(({ parentElement }) => parentElement?.textContent)).toEqual([
    'New → ShippedShipment S-1System1 day ago',
    'New → CanceledShipment S-2Sam Rivera1 day ago',
    'New → In progressSam Rivera1 day ago',
    'NewShop2 days ago',
  ])
})

it('shows messages as text and the billing address', async () => {
  const { page } = await order('orders-o2', 'W-20260001')
  expect(page).toHaveTextContent('<b>Leave at the door</b>')
  await waitFor(() => expect(page).toHaveTextContent('New York, NY 10005'))
})

it('leads back to its customer and to all orders', async () => {
  const { user, page, router } = await order('orders-o2', 'W-20260001')
  expect(page).toHaveTextContent('C-100501')
  await user.click(within(page).getByRole('link', { name: 'Odette Orders' }))
  expect(await screen.findByRole('tabpanel', { name: 'Odette Orders' })).toBeVisible()
  router.history.back()
  await user.click(await screen.findByRole('link', { name: 'All orders' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
})

it('says what an order lacks', async () => {
  const { page } = await order('orders-o11', '000000000042')
  expect(page).toHaveTextContent('This order has no lines.')
  expect(page).toHaveTextContent('Nothing was shipped yet.')
  expect(page).toHaveTextContent('No payment is recorded.')
})

it('says that a total is not calculated', async () => {
  const { page } = await order('money-o9', 'M-NULL')
  expect(within(page).getByText('not calculated')).toBeVisible()
})

it('says when a recurring order comes next', async () => {
  const { page } = await order('orders-o12', 'R-000001')
  expect(page).toHaveTextContent('Every 2 weeks')
  expect(page).toHaveTextContent('in 5 days')
})

it('says that an order is not there, and leads on', async () => {
  const { user } = renderApp('/orders/nope')
  expect(await screen.findByRole('heading', { name: /There is no such order/ })).toBeVisible()
  const [link] = screen.getAllByRole('link', { name: 'All orders' })
  if (!link) throw new Error('no way on')
  await user.click(link)
  expect(await screen.findByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('getOrder', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/orders/orders-o2')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The order could not be loaded')
  expect(within(alert).getByText('mock-request')).toBeVisible()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Order W-20260001' })).toBeVisible()
})
