import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { callAs } from '#mocks/colleague.ts'
import { mockBackend } from '#mocks/node.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

type Options = Parameters<typeof renderApp>[1]

async function paymentsOf(id: string, options?: Options) {
  const app = renderApp(`/customers/${id}/payments`, options)
  const table = await readTable('Saved Payments')
  const openMenu = async (method: string) => {
    await app.user.click(screen.getByRole('button', { name: `Actions for ${method}` }))
    return screen.findByRole('menu', { name: `Actions for ${method}` })
  }
  const choose = async (method: string, action: string) =>
    app.user.click(within(await openMenu(method)).getByRole('menuitem', { name: action }))
  return { ...app, ...table, openMenu, choose }
}

const notice = () => screen.findByRole('status', { name: 'Notices' })
const said = async () => (await notice()).textContent
const stored = async (id: string) => mockBackend().store.get('savedPayments', id)
const defaultsOf = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await stored(id))?.isDefault))
const undo = async () => within(await notice()).findByRole('button', { name: 'Undo' })

it('makes another method the default of its provider, and takes it back', async () => {
  const { user, choose, names, sentTo } = await paymentsOf('payer')
  await choose('Mastercard •••• 4444', 'Make default of adyen')
  await waitFor(() => expect(names()).toContain('Mastercard •••• 4444 Default'))
  expect(names()).toContain('Visa •••• 1111')
  expect(names()).toContain('Visa •••• 4242 Default')
  const again = await undo()
  expect(await said()).toMatch(/Paul Payer.*C-100402.*Mastercard •••• 4444 is now the default of adyen\./u)
  expect(sentTo('patchSavedPayment')[0]?.headers.get('if-match')).toBe('"1"')

  await user.click(again)
  await waitFor(async () => expect(await defaultsOf('payer-p1', 'payer-p2')).toEqual([true, false]))
  await waitFor(() => expect(names()).toContain('Visa •••• 1111 Default'))
  await waitFor(async () => expect(await said()).toContain('Visa •••• 1111 is now the default of adyen.'))
})

it('leaves a provider without default, and takes that back', async () => {
  const { user, choose, names } = await paymentsOf('payer')
  await choose('Visa •••• 1111', 'No longer default')
  await waitFor(() => expect(names()).toContain('Visa •••• 1111'))
  const again = await undo()
  expect(await notice()).toHaveTextContent('adyen has no default any more.')
  await user.click(again)
  await waitFor(async () => expect(await defaultsOf('payer-p1')).toEqual([true]))
})

it('undoes nothing that a colleague has changed since', async () => {
  const { user, choose } = await paymentsOf('payer')
  await choose('Mastercard •••• 4444', 'Make default of adyen')
  const again = await undo()
  await callAs(mockBackend(), 'patchSavedPayment', {
    path: { id: 'payer', paymentId: 'payer-p6' },
    body: { isDefault: true },
  })
  await user.click(again)
  await waitFor(async () => expect(await notice()).toHaveTextContent('Not undone'))
  expect(await defaultsOf('payer-p1', 'payer-p2', 'payer-p6')).toEqual([false, false, true])
})

it('puts the default back when it is refused, and says so once', async () => {
  const { choose, names } = await paymentsOf('payer')
  mock('patchSavedPayment', () => networkError())
  await choose('Mastercard •••• 4444', 'Make default of adyen')
  await waitFor(async () => expect(await said()).toMatch(/Paul Payer.*cannot be reached/u))
  expect(names()).toContain('Visa •••• 1111 Default')
  expect(names()).toContain('Mastercard •••• 4444')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('shows what a colleague changed meanwhile, and asks again', async () => {
  const { user, choose, names } = await paymentsOf('payer')
  const path = { id: 'payer', paymentId: 'payer-p2' }
  await callAs(mockBackend(), 'patchSavedPayment', { path, body: { isDefault: true } })
  await callAs(mockBackend(), 'patchSavedPayment', { path, body: { isDefault: false } })
  await choose('Mastercard •••• 4444', 'Make default of adyen')
  await waitFor(async () => expect(await said()).toMatch(/Paul Payer.*changed Mastercard •••• 4444 meanwhile/u))
  expect(names()).toContain('Mastercard •••• 4444')

  await user.click(within(await notice()).getByRole('button', { name: 'Make default' }))
  await waitFor(async () => expect(await defaultsOf('payer-p2')).toEqual([true]))
})

it('makes nothing the default that could not pay', async () => {
  const { openMenu } = await paymentsOf('payer')
  const menu = await openMenu('Discover •••• 9424')
  expect(within(menu).getByRole('menuitem', { name: /^Make default of adyen.*expired/u })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

it('deletes after a question, once, and goes on at the next row', async () => {
  const { user, choose, names, sentTo } = await paymentsOf('payer')
  await choose('Visa •••• 2727', 'Delete…')
  const dialog = await screen.findByRole('dialog', { name: 'Delete Visa •••• 2727?' })
  expect(within(dialog).queryAllByRole('listitem')).toEqual([])
  await user.dblClick(within(dialog).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(names()).toHaveLength(14)
  expect(await said()).toMatch(/Paul Payer.*Visa •••• 2727 was deleted\./u)
  expect(sentTo('deleteSavedPayment')).toHaveLength(1)
  expect(screen.getByRole('button', { name: 'Actions for On account' })).toHaveFocus()
})

it('asks again, from the harmless button, when it turns out to be in use', async () => {
  const { user, choose, sentTo } = await paymentsOf('payer')
  await choose('Visa •••• 2727', 'Delete…')
  mock(
    'deleteSavedPayment',
    () => problem('in-use', { usedBy: [{ type: 'subscription', id: 's1', label: 'Coffee Club' }] }),
    { once: true },
  )
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  const confirm = await screen.findByRole('button', { name: 'Delete anyway' })
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByRole('alert')).toHaveTextContent('in use')
  expect(within(dialog).getByRole('listitem')).toHaveTextContent('Subscription Coffee Club pays with it')
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()

  await user.click(confirm)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(await stored('payer-p7')).toBeUndefined()
  expect(sentTo('deleteSavedPayment').map(({ query }) => query?.force)).toEqual([undefined, true])
})

it('asks again when a colleague changed it meanwhile', async () => {
  const { user, choose } = await paymentsOf('payer')
  await choose('Visa •••• 2727', 'Delete…')
  await screen.findByRole('button', { name: 'Delete' })
  await callAs(mockBackend(), 'patchSavedPayment', {
    path: { id: 'payer', paymentId: 'payer-p7' },
    body: { isDefault: true },
  })
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('changed it meanwhile')
  expect(await screen.findByText(/It is the default of adyen/u)).toBeVisible()
  expect(await stored('payer-p7')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(async () => expect(await stored('payer-p7')).toBeUndefined())
})

it('keeps the question open when deleting fails, and repeats it as the same intent', async () => {
  const { user, choose, sentTo } = await paymentsOf('payer')
  await choose('Visa •••• 2727', 'Delete…')
  mock(
    'deleteSavedPayment',
    async ({ passThrough }) => {
      await passThrough()
      return networkError()
    },
    { once: true },
  )
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached')
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(async () => expect(await notice()).toHaveTextContent('was deleted'))
  const keys = sentTo('deleteSavedPayment').map(({ headers }) => headers.get('idempotency-key'))
  expect(new Set(keys).size).toBe(1)
})

it('says when a colleague was quicker to delete it', async () => {
  const { user, choose, names } = await paymentsOf('payer')
  await choose('Visa •••• 2727', 'Delete…')
  await screen.findByRole('button', { name: 'Delete' })
  await callAs(mockBackend(), 'deleteSavedPayment', { path: { id: 'payer', paymentId: 'payer-p7' } })
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(async () => expect(await notice()).toHaveTextContent('had been removed already'))
  await waitFor(() => expect(names()).toHaveLength(14))
})

it.each([
  ['sales', 'payer', 'Visa •••• 1111', 'Your role may not manage payments.'],
  ['admin', 'anon-payer', 'Visa •••• 3003', 'This record was anonymised and is read only.'],
] as const)('offers nothing to %s at %s, with the reason', async (as, id, method, reason) => {
  const { user, openMenu, sentNames } = await paymentsOf(id, { as })
  const menu = await openMenu(method)
  const items = () => within(menu).getAllByRole('menuitem')
  // The customer may come after the payments.
  await waitFor(() => {
    for (const item of items()) {
      expect(item).toHaveAttribute('aria-disabled', 'true')
      expect(item).toHaveTextContent(reason)
    }
  })
  for (const item of items()) await user.click(item)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(sentNames()).not.toContain('patchSavedPayment')
})

it('handles a permission that is lost meanwhile', async () => {
  const { user, choose } = await paymentsOf('payer', { as: 'finance', scenario: 'permissionLost' })
  await choose('Visa •••• 2727', 'Delete…')
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('You do not have permission for this.')
  expect(screen.getByRole('dialog')).toBeVisible()
})

it('narrows the list to a status, and keeps filter and sort for this record', async () => {
  const { user, names, workspace } = await paymentsOf('payer')
  await user.click(screen.getByRole('button', { name: 'Status' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Expired' }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(names()).toHaveLength(2))
  expect(screen.getByText('2 match')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Added' }))
  await waitFor(() => expect(names()[0]).toBe('dankort •••• 0000'))

  act(() => workspace.show('expired', 'payments'))
  expect(await screen.findByRole('button', { name: 'Status' })).toBeVisible()
  act(() => workspace.show('payer', 'payments'))
  expect(await screen.findByRole('button', { name: 'Status: Expired' })).toBeVisible()
  expect(names()).toEqual(['dankort •••• 0000', 'Discover •••• 9424'])
})

it('says that none has the status, and shows all again', async () => {
  const { user, names } = await paymentsOf('expired')
  await user.click(screen.getByRole('button', { name: 'Status' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Disabled' }))
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await user.click(await screen.findByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(names()).toHaveLength(1))
})
