import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderCase } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

it('carts-of-every-kind: tells them apart in words', async () => {
  renderCase('carts-of-every-kind')
  const { cell, names } = await readTable('Active Carts')
  expect(names()).not.toContain('Empty')
  expect(cell(/^f1c2a7e0/, 'Total')).toBe('not calculated')
  expect(cell('Free', 'Total')).toBe('USD 0.00')
  expect(cell('Default', 'Items')).toBe('2.35')
  expect(names().filter((name) => name === 'Default')).toHaveLength(4)
  expect(screen.getByText('Expired')).toBeVisible()
  expect(cell('WishList', 'Type')).toContain('not a sale')
  expect(cell('draft-of-0000815', 'Type')).toContain('edited by Sam Rivera')
  expect(
    within(screen.getByRole('table', { name: 'Active Carts' })).getAllByRole('button', { name: /^Lines of Default, / }),
  ).toHaveLength(4)
})

it('cart-that-became-an-order: says so, and leads to the order and back', async () => {
  const { user, router } = renderCase('cart-that-became-an-order')
  await user.click(await screen.findByRole('button', { name: 'Lines of Default, United States' }))
  expect(await screen.findByText(/This cart became an order meanwhile/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Order W-20263000' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Order W-20263000' })).toBeVisible()
  router.history.back()
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/becca/carts'))
})
