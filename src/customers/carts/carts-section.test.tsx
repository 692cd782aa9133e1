import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function cartsOf(id: string) {
  const app = renderApp(`/customers/${id}/carts`)
  const table = await readTable('Active Carts')
  return { ...app, ...table }
}

it('shows scope, name, type, creation, quantity and total of each', async () => {
  const { columns, cell } = await cartsOf('carter')
  expect(columns()).toEqual(['Scope', 'Name', 'Type', 'Created', 'Items', 'Total'])
  expect(['Scope', 'Type', 'Created', 'Items', 'Total'].map((column) => cell('Default', column))).toEqual([
    'United States',
    'Shopping cart',
    '2 hours ago',
    '2.35',
    'USD 29.00',
  ])
  expect(cell('WishList', 'Type')).toBe('Wish list')
  expect(cell(/^draft/, 'Type')).toBe('Order draft')
})

it('leaves out what is empty or ordered already, and marks what has expired', async () => {
  const { names } = await cartsOf('carter')
  expect(names()).toHaveLength(10)
  expect(names()).not.toContain('Empty')
  expect(names()).not.toContain('Just ordered')
  expect(names().filter((name) => name.startsWith('Default'))).toEqual([
    'Default',
    'Default',
    'Default',
    'Default Expired',
  ])
})

it('tells a total that is not calculated from one of zero', async () => {
  const { cell } = await cartsOf('carter')
  expect(cell(/^f1c2a7e0/, 'Total')).toBe('not calculated')
  expect(cell('Free', 'Total')).toBe('USD 0.00')
})

it('shows types and scopes that it does not know as they are', async () => {
  const { cell } = await cartsOf('carter')
  expect(cell('kiosk 7', 'Type')).toBe('kioskSession')
  expect(cell('Untyped', 'Type')).toBe('–not set')
  expect(cell('Untyped', 'Scope')).toBe('gone-scope')
})

it('sorts by quantity', async () => {
  const { user, table, names, sentTo } = await cartsOf('carter')
  await user.click(within(table).getByRole('button', { name: 'Items' }))
  await waitFor(() => expect(names()[0]).toBe('draft-of-0000815'))
  expect(sentTo('listCarts').at(-1)?.query?.sort).toBe('-itemQuantity')
})

it('says that there are none', async () => {
  renderApp('/customers/bo/carts')
  expect(await screen.findByRole('heading', { name: 'No active carts' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('listCarts', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/carter/carts')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Active Carts could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await readTable('Active Carts')).names()).toHaveLength(10)
})
