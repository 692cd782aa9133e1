import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function purchasesOf(id: string) {
  const app = renderApp(`/customers/${id}/products`)
  const table = await readTable('Instalment purchases')
  await waitFor(() => expect(table.names().length).toBeGreaterThan(0))
  return { ...app, ...table }
}

const openFilter = async ({ user }: ReturnType<typeof renderApp>) => {
  await user.click(screen.getByRole('button', { name: /^Status of purchases/ }))
  return screen.findByRole('dialog', { name: 'Status of purchases' })
}
const choices = (dialog: HTMLElement) =>
  within(dialog)
    .getAllByRole('checkbox')
    .map((box) => box.parentElement?.textContent)

it('offers only how the purchases stand, with how often, and keeps the choice with the record', async () => {
  const app = await purchasesOf('vip')
  const dialog = await openFilter(app)
  expect(choices(dialog)).toEqual(['In progress2', 'Complete1', 'Incomplete1'])
  await app.user.click(within(dialog).getByRole('checkbox', { name: /^Complete/ }))
  await app.user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(app.names()).toEqual(['Grinder']))

  await app.router.navigate({ to: '/customers' })
  await app.router.navigate({
    to: '/customers/$customerId/$section',
    params: { customerId: 'vip', section: 'products' },
  })
  await waitFor(() => expect(app.sentTo('listInstalmentPurchases').at(-1)?.query?.status).toEqual(['complete']))
  await waitFor(async () => expect((await readTable('Instalment purchases')).names()).toEqual(['Grinder']))
})

it('offers what the rows hold where a source does not say what occurs', async () => {
  mock('listInstalmentPurchases', async ({ passThrough }) => {
    const { items, total } = await passThrough()
    return { items, ...(total ? { total } : {}) }
  })
  expect(choices(await openFilter(await purchasesOf('vip')))).toEqual(['Complete', 'In progress', 'Incomplete'])
})

it('says that nothing stands like that any more, and takes the filter away', async () => {
  const app = await purchasesOf('vip')
  const dialog = await openFilter(app)
  mock('listInstalmentPurchases', () => ({ items: [], total: { value: 0, relation: 'eq' as const } }), { once: true })
  await app.user.click(within(dialog).getByRole('checkbox', { name: /^Incomplete/ }))
  await app.user.click(screen.getByRole('button', { name: 'Done' }))
  expect(await screen.findByRole('heading', { name: 'No purchase stands like that' })).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(async () => expect((await readTable('Instalment purchases')).names()).toHaveLength(4))
})

it('offers no filter where there is nothing to filter', async () => {
  renderApp('/customers/never/products')
  expect(await screen.findByRole('heading', { name: 'No instalment purchases' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Status of purchases/ })).not.toBeInTheDocument()
})

it('names the kind of a purchase that is not paid in instalments', async () => {
  mock('listInstalmentPurchases', async ({ passThrough }) => {
    const page = await passThrough()
    const [first, second, ...rest] = page.items
    if (!first || !second) throw new Error('The small seed has four purchases')
    return { ...page, items: [{ ...first, kind: 'outright' }, { ...second, kind: 'rentToOwn' }, ...rest] }
  })
  const { names } = await purchasesOf('vip')
  expect(names()).toEqual(['RoasterPaid outright', 'Espresso machinerentToOwn', 'Kettle', 'Grinder'])
})
