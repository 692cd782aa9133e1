import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { smallCustomers } from '#mocks/seed/small-seed.ts'
import { renderApp } from '#tests/render-app.tsx'

const openTabs = () =>
  within(screen.getByRole('tablist', { name: 'Open customers' }))
    .queryAllByRole('tab')
    .map((tab) => tab.textContent)

const customerLink = async (name: string) =>
  within(await screen.findByRole('table', { name: 'Customers' })).findByRole('link', { name })

it('opens customers from the list one after another and keeps them', async () => {
  const { user } = renderApp('/customers')
  for (const name of ['Acme Coffee Supplies Ltd', 'Alma Attribute', 'Arthur Approval']) {
    const [link] = await within(await screen.findByRole('table', { name: 'Customers' })).findAllByRole('link', { name })
    if (link) await user.click(link)
    await screen.findByRole('tabpanel', { name })
    await user.click(screen.getByRole('link', { name: 'Customers' }))
  }
  await waitFor(() => expect(openTabs()).toEqual(['Acme Coffee Supplies Ltd', 'Alma Attribute', 'Arthur Approval']))
})

it('shows a customer that is open already instead of opening it twice', async () => {
  const { user, router } = renderApp('/customers?open=acme.addresses_bo.account')
  await user.click(await customerLink('Acme Coffee Supplies Ltd'))
  await screen.findByRole('tabpanel', { name: 'Acme Coffee Supplies Ltd' })
  expect(openTabs()).toHaveLength(2)
  expect(router.state.location.pathname).toBe('/customers/acme/addresses')
})

it('moves between what was looked at with Back and Forward, without opening or closing', async () => {
  const { user, router } = renderApp('/customers/bo/account')
  await screen.findByRole('tabpanel', { name: 'Bo' })
  await user.click(screen.getByRole('link', { name: 'Orders' }))
  await user.click(await screen.findByRole('tab', { name: 'Bo' }))
  await user.click(
    within(await screen.findByRole('tablist', { name: 'Customer sections' })).getByRole('tab', { name: 'Addresses' }),
  )
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/bo/addresses'))

  const seen: string[] = []
  for (let step = 0; step < 3; step += 1) {
    const before = router.state.location.pathname
    router.history.back()
    await waitFor(() => expect(router.state.location.pathname).not.toBe(before))
    seen.push(router.state.location.pathname)
    expect(openTabs()).toEqual(['Bo'])
  }
  expect(seen).toEqual(['/customers/bo/account', '/orders', '/customers/bo/account'])
  router.history.forward()
  await waitFor(() => expect(router.state.location.pathname).toBe('/orders'))
  expect(openTabs()).toEqual(['Bo'])
})

/** Names of the calls that an address costs, sorted. */
async function callsOf(address: string): Promise<string[]> {
  const { queryClient, sentNames, unmount } = renderApp(address)
  const before = sentNames().length
  await screen.findByRole('tab', { name: 'Ada Park', selected: true })
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  unmount()
  return sentNames().slice(before).toSorted()
}

it('loads thirty open customers with the requests of one', async () => {
  const open = smallCustomers.slice(0, 30).map(({ customer }) => `${customer.id}.orders`)
  const callsOfOne = await callsOf('/customers/ada/account')
  expect(callsOfOne).toContain('getCustomer')
  expect(await callsOf(`/customers/ada/account?open=${open.join('_')}`)).toEqual(callsOfOne)
})
