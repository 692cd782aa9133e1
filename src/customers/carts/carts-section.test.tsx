import { act, screen, waitFor, within } from '@testing-library/react'
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
  expect(columns()).toEqual(['Scope', 'Name', 'Type', 'Created', 'Items', 'Total', 'Row actions'])
  expect(['Scope', 'Type', 'Created', 'Items', 'Total'].map((column) => cell('Default', column))).toEqual([
    'United States',
    'Shopping cartExpires Dec 16, 2026',
    '2 hours ago',
    '2.35',
    'USD 29.00',
  ])
  expect(cell('WishList', 'Type')).toBe('Wish listWish list, not a sale')
  expect(cell(/^draft/, 'Type')).toBe('Order draftDraft, edited by Sam Rivera')
})

it('leaves out what is empty or ordered already, and marks what has expired', async () => {
  const { names, row } = await cartsOf('carter')
  expect(names()).toHaveLength(10)
  expect(names()).not.toContain('Empty')
  expect(names()).not.toContain('Just ordered')
  expect(names().filter((name) => name === 'Default')).toHaveLength(4)
  expect(row('Untyped')).not.toHaveTextContent('Expired')
  expect(screen.getAllByText('Expired')).toHaveLength(1)
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

const linesButton = (name: RegExp) => screen.getByRole('button', { name })

it('opens a cart to its lines, asking for them only then, and closes it again', async () => {
  const { user, sentTo } = await cartsOf('carter')
  expect(sentTo('getCart')).toHaveLength(0)
  const button = linesButton(/Lines of Default, Japan/)
  expect(button).toHaveAttribute('aria-expanded', 'false')
  button.focus()
  await user.keyboard('{Enter}')
  const lines = await readTable('Lines of Default')
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-expanded', 'true')
  expect(lines.cell('Sencha tea, 100 g', 'Quantity')).toBe('12')
  expect(sentTo('getCart')).toHaveLength(1)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Lines of Default' })).not.toBeInTheDocument())
})

it('says that the lines of one cart could not be loaded, and leaves the others alone', async () => {
  mock('getCart', ({ path, passThrough }) => (path.id === 'carter-c2' ? problem('not-acceptable') : passThrough()))
  const { user } = await cartsOf('carter')
  await user.click(linesButton(/Lines of Default, Japan/))
  await user.click(linesButton(/Lines of Default, Kuwait/))
  expect(await screen.findByRole('table', { name: 'Lines of Default' })).toBeVisible()
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The lines could not be loaded')
  mock('getCart', ({ passThrough }) => passThrough())
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getAllByRole('table', { name: 'Lines of Default' })).toHaveLength(2))
})

it('says that a cart went away meanwhile', async () => {
  mock('getCart', () => problem('not-found'))
  const { user } = await cartsOf('carter')
  await user.click(linesButton(/Lines of Default, Japan/))
  expect(await screen.findByRole('heading', { name: 'This cart is no longer there.' })).toBeVisible()
})

it('copies the name of a cart', async () => {
  const { user } = await cartsOf('carter')
  await user.click(screen.getByRole('button', { name: /^Actions for f1c2a7e0/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy name' }))
  expect(await navigator.clipboard.readText()).toBe('f1c2a7e0-93d5-4a54-b1b7-6f7a1d5e9c11')
})

it('filters by type and by scope, and keeps both with the record', async () => {
  const { user, names, sentTo, router } = await cartsOf('carter')
  const choose = async (filter: string, choice: string) => {
    await user.click(screen.getAllByRole('button', { name: filter })[0] ?? document.body)
    await user.click(await screen.findByRole('checkbox', { name: choice }))
    await user.click(screen.getByRole('button', { name: 'Done' }))
  }
  await choose('Type', 'kioskSession')
  await waitFor(() => expect(names()).toEqual(['kiosk 7']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await choose('Scope', 'Kuwait')
  await waitFor(() => expect(names()).toEqual(['Default']))
  expect(sentTo('listCarts').at(-1)?.query).toMatchObject({ scopeId: ['kw'] })
  await act(async () =>
    router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'bo', section: 'carts' } }),
  )
  expect(await screen.findByRole('heading', { name: 'No active carts' })).toBeVisible()
  await user.click(screen.getByRole('tab', { name: 'Carla Carter' }))
  expect(await screen.findByRole('button', { name: 'Scope: Kuwait' })).toBeVisible()
})

it('offers to clear the filters when no cart matches', async () => {
  const { user } = await cartsOf('becca')
  await user.click(screen.getAllByRole('button', { name: 'Type' })[0] ?? document.body)
  await user.click(await screen.findByRole('checkbox', { name: 'Wish list' }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(await screen.findByRole('heading', { name: 'No carts match' })).toBeVisible()
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body)
  await waitFor(async () => expect((await readTable('Active Carts')).names()).toEqual(['Default']))
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
