import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { configureMocks } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'

it('says that there are no customers, and no orders', async () => {
  const { user } = renderApp('/customers', { scenario: 'empty' })
  expect(await screen.findByRole('heading', { name: 'No customers yet' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Orders' }))
  expect(await screen.findByRole('heading', { name: /no orders/i })).toBeVisible()
})

it('shows the list when trying again helps', async () => {
  configureMocks({ failing: { operation: 'listCustomers', failure: 'truncated' } })
  const { user } = renderApp('/customers')
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByRole('heading', { name: 'No customers yet' })).not.toBeInTheDocument()
  configureMocks({ failing: null })
  await user.click(again)
  expect(await screen.findByRole('link', { name: 'Abel Accessblock' })).toBeVisible()
})

it('lets one section fail without taking the record or the others with it', async () => {
  configureMocks({ failing: { operation: 'listAddresses', failure: 'html' } })
  const { user } = renderApp('/customers/muller/addresses')
  const record = await screen.findByRole('tabpanel', { name: /Müller/ })
  const again = await within(record).findByRole('button', { name: 'Try again' })
  await user.click(within(record).getByRole('tab', { name: 'Account' }))
  expect(await within(record).findByRole('button', { name: 'Edit' })).toBeVisible()
  expect(again).not.toBeVisible()
})

it.each([
  ['ada/account', 'mx-2031'],
  ['orders/orders', 'HeldByDrone'],
  ['carter/carts', 'HologramCart'],
  ['payer/payments', 'palmReader'],
])('shows a code that it does not know as it is, at %s', async (place, code) => {
  renderApp(`/customers/${place}`, { scenario: 'newerServer' })
  const [shown] = await screen.findAllByText(code)
  expect(shown).toBeVisible()
})

it('keeps a record that is gone from hiding the others', async () => {
  renderApp('/customers/nobody/account?open=bo.account_nobody.account')
  expect(await screen.findByRole('tab', { name: 'Bo' })).toBeVisible()
  expect(await screen.findByText(/is not here/i)).toBeVisible()
  expect(screen.getByText(/was removed, or belongs to scopes that you may not see/)).toBeVisible()
})
