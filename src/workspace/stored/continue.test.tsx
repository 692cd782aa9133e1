import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'

const names = () =>
  screen
    .queryAllByRole('tab')
    .filter((tab) => tab.id.startsWith('record-tab-'))
    .map((tab) => tab.textContent)
const bar = () => screen.findByRole('region', { name: 'Earlier work' })

/** Leaves a window with some work, and starts another one. */
async function leaveAndStart() {
  const left = renderApp('/customers/bo/orders?open=ada.account_bo.orders_muller.account', { storesWorkspace: true })
  await screen.findByRole('tab', { name: 'Ada Park' })
  act(() => left.workspace.pin('muller'))
  await waitFor(() => expect(left.sentTo('putWorkspace').at(-1)?.body).toMatchObject({ activeId: 'bo' }), {
    timeout: 5000,
  })
  left.unmount()
  const app = renderApp('/customers', { storesWorkspace: true, windowId: 'window0002' })
  return { left, ...app }
}

it('offers an earlier window after the first list, and goes on with it as it was', async () => {
  const { user, router, sentNames } = await leaveAndStart()
  const offer = within(await bar())
  expect(offer.getByText(/^Continue with your 3 open customers from /)).toBeInTheDocument()
  const names1 = sentNames()
  expect(names1.lastIndexOf('listWorkspaces')).toBeGreaterThan(names1.lastIndexOf('listCustomers'))
  expect(screen.getAllByText(/^Continue with your 3/, { selector: 'output' })).toHaveLength(1)
  await user.click(offer.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(names()).toEqual(['Käthe Müller-Lüdenscheidt', 'Ada Park', 'Bo']))
  expect(screen.getByRole('tab', { name: 'Käthe Müller-Lüdenscheidt' })).toHaveAccessibleDescription(/Pinned/)
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/bo/orders'))
  expect(screen.queryByRole('region', { name: 'Earlier work' })).toBeNull()
})

it('starts fresh, and leaves the earlier ones to be reopened', async () => {
  const { user, workspace, sentTo } = await leaveAndStart()
  await user.click(within(await bar()).getByRole('button', { name: 'Start fresh' }))
  expect(screen.queryByRole('region', { name: 'Earlier work' })).toBeNull()
  expect(names()).toEqual([])
  expect(workspace.store.getState().closed).toHaveLength(3)
  await waitFor(
    () => expect(sentTo('putWorkspace').at(-1)?.body).toMatchObject({ records: [], closed: [{}, {}, {}] }),
    { timeout: 5000 },
  )
})

it('never shows them to another person', async () => {
  const left = renderApp('/customers/bo/orders?open=bo.orders', { storesWorkspace: true })
  await waitFor(() => expect(left.sentTo('putWorkspace')).not.toEqual([]), { timeout: 5000 })
  left.unmount()
  const { sentNames, workspace, queryClient } = renderApp('/customers', { storesWorkspace: true, as: 'service' })
  await waitFor(() => {
    expect(sentNames().filter((name) => name === 'listWorkspaces')).toHaveLength(2)
    expect(queryClient.isFetching()).toBe(0)
  })
  expect(workspace.store.getState()).toMatchObject({ offer: null, closed: [] })
})
