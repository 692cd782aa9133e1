import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function productsOf(id: string, options: Parameters<typeof renderApp>[1] = {}) {
  const app = renderApp(`/customers/${id}/products`, options)
  const table = await readTable('Products')
  await waitFor(() => expect(table.names().length).toBeGreaterThan(0))
  return { ...app, ...table }
}

const choose = async (user: ReturnType<typeof renderApp>['user'], filter: string, choice: RegExp) => {
  await user.click(screen.getByRole('button', { name: filter }))
  await user.click(await screen.findByRole('checkbox', { name: choice }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
}

it('shows name, type, price with its frequency, dates and status, the newest first', async () => {
  const { columns, names, cell } = await productsOf('vip')
  expect(columns()).toEqual(['Name', 'Type', 'Price', 'Started', 'Ends', 'Status'])
  expect(names()[0]).toBe('Winter Box')
  expect(names()).toHaveLength(7)
  expect(['Type', 'Price', 'Status'].map((column) => cell('Tea Pass', column))).toEqual([
    'Access pass',
    'USD 9.00 a month Discounted',
    'Active',
  ])
  expect(cell('Sencha every week', 'Price')).toBe('JPY 1,200 a week')
  expect(cell('Tasting', 'Price')).toBe('USD 19.00')
  expect(cell('Winter Box', 'Ends')).toBe('–No end')
  expect(names().at(-2)).toBe('Coffee ClubThe customer knows it as The Club')
})

it('offers as filters only what occurs, with how often, and keeps them with the record', async () => {
  const { user, names, sentTo, router } = await productsOf('vip')
  await user.click(screen.getByRole('button', { name: 'Type' }))
  const dialog = await screen.findByRole('dialog', { name: 'Type' })
  expect(
    within(dialog)
      .getAllByRole('checkbox')
      .map((box) => box.parentElement?.textContent),
  ).toEqual(['Subscription3', 'Access pass1', 'Licence1', 'Package1', 'Pay per view1'])
  await user.click(within(dialog).getByRole('checkbox', { name: /^Package/ }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toEqual(['Winter Box']))
  expect(screen.getByText('1 found')).toBeVisible()
  await router.navigate({ to: '/customers' })
  await router.navigate({ to: '/customers/$customerId/$section', params: { customerId: 'vip', section: 'products' } })
  await waitFor(() => expect(sentTo('listSubscriptions').at(-1)?.query?.type).toEqual(['package']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(async () => expect((await readTable('Products')).names()).toHaveLength(7))
})

it('filters by status, words, start and discount', async () => {
  const { user, names } = await productsOf('vip')
  await choose(user, 'Status', /^Paused/)
  await waitFor(() => expect(names()).toEqual(['Sencha every week']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await user.click(screen.getByRole('checkbox', { name: /^Discounted only/ }))
  await waitFor(() => expect(names()).toEqual(['Tea Pass']))
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await user.type(screen.getByRole('searchbox', { name: 'Search products' }), 'grinder')
  await waitFor(() => expect(names()).toEqual(['Grinder Care']))
  await user.clear(screen.getByRole('searchbox', { name: 'Search products' }))
  await user.type(screen.getByRole('searchbox', { name: 'Search products' }), 'nothing like it')
  expect(await screen.findByRole('heading', { name: 'No products match' })).toBeVisible()
})

it('sorts by name and price', async () => {
  const { user, table, names, sentTo } = await productsOf('vip')
  await user.click(within(table).getByRole('button', { name: 'Name' }))
  await waitFor(() => expect(names()[0]).toMatch(/^Coffee Club/))
  await user.click(within(table).getByRole('button', { name: 'Price' }))
  await waitFor(() => expect(sentTo('listSubscriptions').at(-1)?.query?.sort).toBe('-price'))
})

it('neither searches for a card number nor keeps it, and says why', async () => {
  const { user, sentTo } = await productsOf('vip')
  await user.type(screen.getByRole('searchbox', { name: 'Search products' }), '4111111111111111')
  expect(await screen.findByText(/number of a payment card/)).toBeVisible()
  expect(sentTo('listSubscriptions').every(({ query }) => !query?.q?.includes('4111111111111111'))).toBe(true)
})

it('filters for what the rows hold where a source does not say what occurs', async () => {
  mock('listSubscriptions', async ({ passThrough }) => {
    const { items, total } = await passThrough()
    return { items, ...(total ? { total } : {}) }
  })
  const { user } = await productsOf('vip')
  await user.click(screen.getByRole('button', { name: 'Status' }))
  const dialog = await screen.findByRole('dialog', { name: 'Status' })
  expect(within(dialog).getAllByRole('checkbox')).toHaveLength(6)
  expect(within(dialog).getByRole('checkbox', { name: 'Paused' })).toBeVisible()
})

it('each part fails and is tried again by itself', async () => {
  mock('listSubscriptions', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/vip/products')
  await waitFor(async () => expect((await readTable('Instalment purchases')).names()).toHaveLength(4))
  const alert = await screen.findByRole('alert')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect((await readTable('Products')).names()).toHaveLength(7))

  mock('listInstalmentPurchases', () => problem('not-acceptable'), { once: true })
  const again = renderApp('/customers/ada/products')
  expect(await screen.findByText('The instalment purchases could not be loaded')).toBeVisible()
  await again.user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'No instalment purchases' })).toBeVisible()
})

it('says who may not see it, of all of it or of one part', async () => {
  mock('listInstalmentPurchases', () => problem('forbidden', { requiredPermission: 'billing:read' }))
  await productsOf('vip')
  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible()

  mock('listSubscriptions', () => problem('forbidden', { requiredPermission: 'billing:read' }))
  renderApp('/customers/ada/products')
  await waitFor(() => expect(screen.getAllByRole('heading', { name: 'You may not see this' })).toHaveLength(2))
  await waitFor(() => expect(screen.getAllByRole('table', { name: 'Products' })).toHaveLength(1))
})

it('follows what other systems do to products and purchases', async () => {
  const live = fakeLive()
  const { sentTo } = await productsOf('vip', { live })
  const before = [sentTo('listSubscriptions').length, sentTo('listInstalmentPurchases').length]
  await live.tell(aChange('subscription.updated', 'vip-v1', { customerId: 'vip' }))
  await waitFor(() => expect(sentTo('listSubscriptions')).toHaveLength((before[0] ?? 0) + 1))
  await live.tell(aChange('instalmentPurchase.updated', 'vip-j1', { customerId: 'vip' }))
  await waitFor(() => expect(sentTo('listInstalmentPurchases')).toHaveLength((before[1] ?? 0) + 1))
})

it('leads to the shop in a new tab, for those who may sell and where a shop is configured', async () => {
  await productsOf('vip')
  const link = await screen.findByRole('link', { name: /^Add product/ })
  expect(link).toHaveAttribute('href', expect.stringMatching(/^https:\/\/shop\.example\/checkout\?customer=C-/))
  expect(link).toHaveAttribute('target', '_blank')
  expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

it.each([
  ['the person may not sell', 'finance' as const, false],
  ['no shop is configured', 'admin' as const, true],
])('has no way to the shop where %s', async (_, as, isUnconfigured) => {
  if (isUnconfigured) {
    mock('getConfig', async ({ passThrough }) => {
      const { links, ...config } = await passThrough()
      const { addProduct: _, ...others } = links
      return { ...config, links: others }
    })
  }
  await productsOf('vip', { as })
  await readTable('Instalment purchases')
  expect(screen.queryByRole('link', { name: /^Add product/ })).not.toBeInTheDocument()
})
