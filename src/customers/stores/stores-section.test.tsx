import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('shows the stores by use, the preferred one first, with address, phone and status', async () => {
  renderApp('/customers/shopper/stores')
  const { columns, cell, names } = await readTable('Most Used Stores')
  expect(columns().slice(0, 5)).toEqual(['Preferred', 'Store', 'Address', 'Phone', 'Status'])
  expect(names().slice(0, 3)).toEqual(['Fifth Avenue 1001', 'Online shop 9999', 'Rue Saint-Denis 1002'])
  await waitFor(() => expect(cell(/^Fifth/, 'Phone')).toBe('+1 212 555 0101 ext. 3'))
  await waitFor(() => expect(cell(/^Fifth/, 'Address')).toBe('590 Fifth AvenueNew York, NY 10036United States'))
  expect(cell(/^Fifth/, 'Status')).toBe('Active')
  expect(cell(/^Fifth/, 'Orders')).toBe('41')
  expect(cell(/^Fifth/, 'Last used')).toBe('2 days ago')
})

it('marks exactly one as preferred', async () => {
  renderApp('/customers/shopper/stores')
  await readTable('Most Used Stores')
  const group = screen.getByRole('radiogroup', { name: 'Preferred store' })
  await waitFor(() =>
    expect(within(group).getByRole('radio', { checked: true })).toHaveAccessibleName('Fifth Avenue 1001'),
  )
  expect(within(group).getAllByRole('radio')).toHaveLength(9)
})

it('says how a store stands that is not simply open', async () => {
  renderApp('/customers/shopper/stores')
  const { cell } = await readTable('Most Used Stores')
  expect(cell(/^Covent Garden/, 'Status')).toMatch(
    /^Closed until (Dec 7|Dec 13), 2026.*, for 21 more days Refurbishment of the ground floor$/,
  )
  expect(cell(/^Vieux-Port/, 'Status')).toBe('Closed until further notice Water damage, reopening not known yet')
  expect(cell(/^Old Mill/, 'Status')).toBe('Inactive Permanently closed')
})

it('shows a store without address, phone or use', async () => {
  renderApp('/customers/shopper/stores')
  const { cell } = await readTable('Most Used Stores')
  expect(cell(/^Pop-up/, 'Address')).toBe('–not set')
  expect(cell(/^Pop-up/, 'Phone')).toBe('–not set')
  expect(cell(/^Online shop/, 'Address')).toBe('Online')
  expect(cell(/^渋谷店/, 'Last used')).toBe('Never')
})

it('keeps a preferred store that the customer is no longer linked to', async () => {
  renderApp('/customers/lost-store/stores')
  const { names, cell } = await readTable('Most Used Stores')
  expect(names()).toEqual(['Old Mill (closed for good) 0007 no longer on the list', 'Fifth Avenue 1001'])
  expect(cell(/^Old Mill/, 'Status')).toBe('Inactive Permanently closed')
  await waitFor(() => expect(screen.getByRole('radio', { name: /^Old Mill/ })).toBeChecked())
})

it('groups the digits of many orders', async () => {
  mock('listCustomerStores', async ({ passThrough }) => {
    const answer = await passThrough()
    return {
      ...answer,
      items: answer.items.map((item) => Object.assign(item, { usage: { orderCount: 12_345, lastUsedAt: null } })),
    }
  })
  renderApp('/customers/lost-store/stores')
  const { cell } = await readTable('Most Used Stores')
  expect(cell(/^Fifth/, 'Orders')).toBe('12,345')
})

it('says that there are none', async () => {
  renderApp('/customers/bo/stores')
  expect(await screen.findByRole('heading', { name: 'No stores' })).toBeVisible()
})

it('can be tried again', async () => {
  mock('listCustomerStores', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/lost-store/stores')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Most Used Stores could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await readTable('Most Used Stores')).names()).toHaveLength(2)
})
