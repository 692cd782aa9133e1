import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { renderCase } from '#tests/render-app.tsx'

const names = () =>
  screen
    .queryAllByRole('tab')
    .filter((tab) => tab.id.startsWith('record-tab-'))
    .map((tab) => tab.textContent)
const tab = async (name: string) => screen.findByRole('tab', { name })

test('the same customer by another way is shown, never opened a second time', async () => {
  const { user, router } = renderCase('same-customer-another-way')
  await tab('Ada Park')
  await user.type(await screen.findByRole('searchbox', { name: 'Search customers' }), 'C-100001{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/ada/account'))
  expect(names()).toEqual(['Ada Park', 'Bo'])
  expect(await tab('Ada Park')).toHaveAttribute('aria-selected', 'true')
})

test('of thirty, the one that was longest not looked at makes room, and never an unsaved or pinned one', async () => {
  const { workspace, router } = renderCase('thirty-open')
  await waitFor(() => expect(names()).toHaveLength(30))
  expect(workspace.store.getState().mounted).toEqual(['ada'])
  const [first = '', , third = ''] = workspace.store.getState().records.map(({ id }) => id)
  act(() => {
    workspace.setUnsaved(first, 'account', true)
    workspace.pin(third)
    workspace.show('two-homes')
  })
  await tab('Tess Twohomes')
  expect(names()).toHaveLength(30)
  expect(workspace.isOpen(first)).toBe(true)
  expect(workspace.isOpen(third)).toBe(true)
  expect(await screen.findByText(/^Closed to make room: 30 customers/)).toBeInTheDocument()
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/two-homes/account'))
})

test('two of one name are told apart by their numbers', async () => {
  renderCase('two-of-one-name')
  await waitFor(() => expect(names()).toEqual(['Ada ParkC-100001', 'Ada ParkC-100002', 'Bo']))
})

test('closing a record behind moves nothing; closing all asks once and names the unsaved ones', async () => {
  const { user, workspace, router } = renderCase('closing-clean-and-unsaved')
  await tab('Ada Park')
  await user.click(screen.getByRole('button', { name: 'Close Odette Orders' }))
  await user.click(screen.getByRole('button', { name: 'Close Ada Park' }))
  expect(router.state.location.pathname).toBe('/customers/bo/account')
  act(() => workspace.setUnsaved('bo', 'account', true))
  await user.pointer({ keys: '[MouseRight]', target: await tab('Bo') })
  await user.click(await screen.findByRole('menuitem', { name: 'Close all' }))
  const question = await screen.findByRole('dialog')
  expect(question).toHaveTextContent('Bo')
  expect(question).not.toHaveTextContent('Müller')
  await user.click(within(question).getByRole('button', { name: 'Cancel' }))
  expect(names()).toHaveLength(2)
})

test('an unknown section shows the account', async () => {
  renderCase('unknown-section')
  const sections = await screen.findByRole('tablist', { name: 'Customer sections' })
  expect(within(sections).getByRole('tab', { name: 'Account' })).toHaveAttribute('aria-selected', 'true')
})

test('an unknown customer says so, closes, and leaves the others alone', async () => {
  const { user, router } = renderCase('unknown-customer')
  expect(await tab('Unknown customer')).toHaveAttribute('aria-selected', 'true')
  expect(await screen.findByText('This customer is not here')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Close record' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/ada/account'))
  expect(names()).toEqual(['Ada Park'])
})

test('each record keeps its own section and view', async () => {
  const { user, workspace, router } = renderCase('each-as-it-was-left')
  await tab('Odette Orders')
  act(() => workspace.remember('orders', 'orders/view', { sort: 'number' }))
  await user.click(await tab('Odette Orders'))
  act(() => workspace.show('orders', 'carts'))
  act(() => workspace.show('money'))
  expect(workspace.recall('money', 'orders/view')).not.toEqual({ sort: 'number' })
  await user.click(await tab('Odette Orders'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/orders/carts'))
  expect(workspace.recall('orders', 'orders/view')).toEqual({ sort: 'number' })
})

test('a record outside the scopes of the person keeps its tab and says so, and tells nothing of the customer', async () => {
  const staff = await mockBackend().store.get('staff', 'staff-admin')
  if (!staff) throw new Error('no staff')
  await mockBackend().store.transaction(async (transaction) => {
    await transaction.update('staff', staff.id, { scopeIds: ['us'] })
  })
  renderCase('outside-my-scopes')
  expect(await tab('Unknown customer')).toHaveAttribute('aria-selected', 'true')
  expect(await tab('Ada Park')).toBeInTheDocument()
  expect(await screen.findByText(/belongs to scopes that you may not see/)).toBeVisible()
  expect(document.body).not.toHaveTextContent('Müller')
})

test('leaving is asked about while something typed is stored nowhere', async () => {
  const { workspace } = renderCase('leaving-over-unsaved-edits')
  await tab('Ada Park')
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(leave()).toBe(false)
  act(() => workspace.setUnsaved('ada', 'account', true))
  expect(leave()).toBe(true)
})
