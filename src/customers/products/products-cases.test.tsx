import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00A0', ' ')))

it('products-of-every-kind: says how each stands, also those that ended, wait or have not begun', async () => {
  renderCase('products-of-every-kind')
  const { names, cell } = await readTable('Products')
  await waitFor(() => expect(names()).toHaveLength(7))
  const status = (name: string | RegExp) => cell(name, 'Status')
  expect(['Winter Box', 'Old Club', 'Grinder Care', 'Tasting', 'Sencha every week'].map(status)).toEqual([
    'Scheduled',
    'Expired',
    'Cancelled',
    'Inactive',
    'Paused',
  ])
})

it('products-of-every-kind: shows how far each purchase is paid, and opens to its schedule', async () => {
  const { user } = renderCase('products-of-every-kind')
  const { names, cell } = await readTable('Instalment purchases')
  await waitFor(() => expect(names()).toEqual(['Roaster', 'Espresso machine', 'Kettle', 'Grinder']))
  expect(names().map((name) => cell(name, 'Progress'))).toEqual([
    '0 of 24 paid',
    '2 of 6 paid',
    '1 of 3 paid',
    '4 of 4 paid',
  ])
  expect(names().map((name) => cell(name, 'Status'))).toEqual(['In progress', 'In progress', 'Incomplete', 'Complete'])
  expect(cell('Espresso machine', 'Next due')).toMatch(/^Past due since /)
  expect(cell('Grinder', 'Next due')).toBe('Nothing due')
  const button = screen.getByRole('button', { name: 'Schedule of Espresso machine' })
  await user.click(button)
  expect(button).toHaveAttribute('aria-expanded', 'true')
  const rows = rowsOf(screen.getByRole('table', { name: 'Schedule of Espresso machine' }))
  expect(rows).toHaveLength(6)
  expect(rows[0]?.[3]).toMatch(/, 2026$/)
  expect(rows[2]?.[3]).toBe('Past due')
  expect(rows[5]?.[3]).toBe('Not due yet')
})

it('products-that-nobody-expects: shows codes that it does not know, currencies of other decimals and long names', async () => {
  renderCase('products-that-nobody-expects')
  const { names, cell } = await readTable('Products')
  await waitFor(() => expect(names()).toHaveLength(4))
  expect(cell('Pearl Diver Pass', 'Type')).toBe('moonbeam')
  expect(cell('Pearl Diver Pass', 'Price')).toBe('KWD 12.345 a month')
  expect(cell(/^Everything and more/, 'Price')).toBe('USD 19.00 everyFullMoon')
  expect(cell('Free Sample', 'Price')).toBe('USD 0.00')
  expect(screen.queryByRole('checkbox', { name: /^Discounted only/ })).not.toBeInTheDocument()
})

it('products-that-nobody-expects: takes a cancellation without fee and a history of many pages', async () => {
  const { user } = renderCase('products-that-nobody-expects')
  await user.click(await screen.findByRole('button', { name: 'Bean Log' }))
  const panel = await screen.findByRole('complementary', { name: 'Bean Log' })
  expect(within(panel).getByText('mercuryRetrograde')).toBeVisible()
  const list = await within(panel).findByRole('list', { name: 'History 45' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(20)
  await user.click(within(panel).getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(40))
})

it('products-that-nobody-expects: counts payments that nobody dated, and misses no schedule', async () => {
  const { user } = renderCase('products-that-nobody-expects')
  await user.click(await screen.findByRole('button', { name: 'Schedule of Dateless grinder' }))
  const rows = rowsOf(screen.getByRole('table', { name: 'Schedule of Dateless grinder' }))
  expect(rows.map((row) => row[3])).toEqual(['Paid, date not known', 'Paid, date not known', 'Past due', 'Not due yet'])
  await user.click(screen.getByRole('button', { name: 'Schedule of No plan' }))
  expect(await screen.findByText('The schedule of this purchase is not known.')).toBeVisible()
  const { cell } = await readTable('Instalment purchases')
  expect(cell('No plan', 'Instalment')).toBe('JPY 1,500')
  expect(cell('No plan', 'Next due')).toBe('–not set')
})

it('no-products: says of both parts that there is nothing', async () => {
  renderCase('no-products')
  expect(await screen.findByRole('heading', { name: 'No products' })).toBeVisible()
  expect(await screen.findByRole('heading', { name: 'No instalment purchases' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Type' })).not.toBeInTheDocument()
})
