import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function orders(at = '/orders') {
  const app = renderApp(at)
  const field = await screen.findByRole('searchbox', { name: 'Search orders' })
  const table = await readTable('Orders')
  await waitFor(() => expect(table.table).toHaveAttribute('aria-busy', 'false'))
  const type = async (words: string) => {
    await app.user.clear(field)
    await app.user.paste(words)
  }
  const place = () => app.router.state.location
  const found = async (...names: string[]) => waitFor(() => expect(table.names()).toEqual(names))
  return { ...app, ...table, field, type, place, found }
}

it('shows orders of all customers, the newest first, and how many', async () => {
  const { columns, names } = await orders()
  expect(columns().slice(0, 2)).toEqual(['Number', 'Customer'])
  expect(names()[0]).toBe('W-0099030')
  expect(await screen.findByText('91 orders')).toHaveRole('status')
})

it('groups the digits of totals and quantities, and says what is not calculated', async () => {
  mock('listOrders', async ({ passThrough }) => {
    const answer = await passThrough()
    const items = answer.items.map((item) => Object.assign(item, { itemCount: 956_000 }))
    return { ...answer, items, total: { value: 1_234_567, relation: 'eq' as const } }
  })
  const { type, found, cell } = await orders()
  expect(await screen.findByText('1,234,567 orders')).toBeVisible()
  await type('M-NULL')
  await found('M-NULL')
  expect(cell('M-NULL', 'Total')).toBe('not calculated')
  expect(cell('M-NULL', 'Items')).toBe('956,000')
})

it('searches by number and by customer, keeps the words out of the address and marks them', async () => {
  const { type, found, names, row, place } = await orders()
  await type('000815')
  await found('0000815')
  expect(within(row('0000815')).getByText('000815', { selector: 'mark' })).toBeVisible()
  await type('Odette')
  await waitFor(() => expect(names()).toHaveLength(14))
  await waitFor(() => expect(place().state.words).toBe('Odette'))
  expect(place().href).not.toContain('Odette')
})

it('opens the order whose number is typed, with Enter before the answer is there', async () => {
  const slow = Promise.withResolvers<void>()
  mock('listOrders', async ({ query, passThrough }) => {
    const answer = await passThrough()
    if (query?.q) await slow.promise
    return answer
  })
  const { user, type, place } = await orders()
  await type('w-20260001')
  await user.keyboard('{Enter}')
  await act(async () => slow.resolve())
  expect(await screen.findByRole('heading', { level: 1, name: 'Order W-20260001' })).toBeVisible()
  expect(place().pathname).toBe('/orders/orders-o2')
})

it('filters and sorts through the address', async () => {
  const { user, table, found, place, sentTo } = await orders()
  await user.click(screen.getByRole('button', { name: 'Needs attention' }))
  const dialog = await screen.findByRole('dialog', { name: 'Needs attention' })
  await user.click(within(dialog).getByRole('checkbox', { name: 'Needs attention' }))
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await found('W-20260003')
  expect(place().searchStr).toBe('?needsAttention=true')
  await user.click(within(table).getByRole('button', { name: 'Total' }))
  await waitFor(() =>
    expect(sentTo('listOrders').at(-1)?.query).toMatchObject({ needsAttention: true, sort: '-total', count: true }),
  )
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(() => expect(place().searchStr).toBe('?sort=-total'))
})

it('filters by total in a currency and by exact status, and keeps them in the address', async () => {
  const { user, found, place, sentTo } = await orders()
  await user.click(screen.getAllByRole('button', { name: 'Total' })[0] ?? document.body)
  const dialog = await screen.findByRole('dialog', { name: 'Total' })
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Currency' }), 'JPY')
  await user.type(within(dialog).getByRole('textbox', { name: 'At least' }), '7,154')
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await found('M-JPY')
  expect(place().search).toMatchObject({ currency: 'JPY', totalMin: '7154' })
  expect(sentTo('listOrders').at(-1)?.query).toMatchObject({ currency: ['JPY'], totalMin: 7154 })
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await user.click(screen.getByRole('button', { name: 'Exact status' }))
  await user.click(await screen.findByRole('checkbox', { name: 'On hold' }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await found('W-20260003')
  expect(place().search).toMatchObject({ status: 'OnHold' })
})

it('takes amounts without a currency for none', async () => {
  const { sentTo } = await orders('/orders?totalMin=5&totalMax=abc&currency=dollars')
  expect(sentTo('listOrders').at(-1)?.query).not.toHaveProperty('totalMin')
})

it('comes back as it was left', async () => {
  const { user, type, row, found } = await orders('/orders?class=attention')
  await type('Odette')
  await found('W-20260003')
  await user.click(within(row('W-20260003')).getByRole('link', { name: 'W-20260003' }))
  await screen.findByRole('heading', { level: 1, name: 'Order W-20260003' })
  await user.click(screen.getByRole('link', { name: 'Orders' }))
  expect(await screen.findByRole('searchbox', { name: 'Search orders' })).toHaveValue('Odette')
  const again = await readTable('Orders')
  await waitFor(() => expect(again.names()).toEqual(['W-20260003']))
})

it('opens the customer of an order', async () => {
  const { user, type, row, found, place } = await orders()
  await type('0000815')
  await found('0000815')
  await user.click(within(row('0000815')).getByRole('link', { name: 'Odette Orders' }))
  expect(await screen.findByRole('tabpanel', { name: 'Odette Orders' })).toBeVisible()
  expect(place().pathname).toBe('/customers/orders/account')
})

it('offers to clear search and filters when nothing matches', async () => {
  const { user, field, type } = await orders('/orders?class=attention')
  await type('no such order')
  expect(await screen.findByRole('heading', { name: 'No orders match' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }))
  expect(await screen.findByText('91 orders')).toBeVisible()
  expect(field).toHaveValue('')
})

it('offers to try again when the first load fails', async () => {
  mock('listOrders', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/orders')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The orders could not be loaded')
  expect(within(alert).getByText('mock-request')).toBeVisible()
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('91 orders')).toBeVisible()
})
