import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

async function paymentsOf(id: string, options?: Parameters<typeof renderApp>[1]) {
  const app = renderApp(`/customers/${id}/payments`, options)
  return { ...app, ...(await readTable('Saved Payments')) }
}

it('shows mask, brand, holder, expiry, default and state of each card', async () => {
  const { columns, cell } = await paymentsOf('payer')
  expect(columns().slice(0, 5)).toEqual(['Method', 'Kind', 'Holder', 'Expires', 'Status'])
  expect(['Kind', 'Holder', 'Expires', 'Status'].map((column) => cell('Visa •••• 1111 Default', column))).toEqual([
    'Credit card',
    'Paul Payer',
    '04/2031',
    'Active',
  ])
  expect(cell(/•••• 9424/, 'Status')).toBe('Expired')
  expect(cell(/•••• 4444/, 'Status')).toBe('Expiring soon')
  expect(cell(/•••• 8888/, 'Status')).toBe('Disabled')
  expect(cell(/•••• 8888/, 'Expires')).toBe('–not set')
  expect(cell(/•••• 2727/, 'Expires')).toBe('05/2027')
})

it('shows accounts, wallets and kinds and brands that it does not know', async () => {
  const { names, cell } = await paymentsOf('payer')
  expect(names()).toHaveLength(15)
  expect(cell('paul@post.example', 'Kind')).toBe('PayPal')
  expect(cell(/^DE•• •••• 3000/, 'Holder')).toBe('Paul Payer')
  expect(cell('moonbeamTransfer', 'Kind')).toBe('moonbeamTransfer')
  expect(cell('starfleet-credit •••• 7777', 'Kind')).toBe('Credit card')
})

it('says which ones a recurring order uses', async () => {
  const { cell } = await paymentsOf('payer')
  expect(cell(/•••• 1111/, 'Used by')).toBe('Recurring order R-000071')
  expect(cell(/•••• 4444/, 'Used by')).toBe('–not set')
})

it('shows no more than four digits of a card, whatever is sent', async () => {
  mock('listSavedPayments', async ({ passThrough }) => {
    const answer = await passThrough()
    return {
      ...answer,
      items: answer.items.map((item) =>
        Object.assign(item, {
          label: '4111 1111 1111 1111',
          card: item.card && { ...item.card, mask: '4111111111111111', holder: '4111111111111111' },
          bank: null,
        }),
      ),
    }
  })
  const { table } = await paymentsOf('payer')
  expect(within(table).queryByText(/1111[ -]?1/)).not.toBeInTheDocument()
  expect(table).toHaveTextContent('•••• 1111')
})

it('shows the rest when one provider fails, and tries again', async () => {
  mock(
    'listSavedPayments',
    async ({ passThrough }) => {
      const answer = await passThrough()
      return {
        ...answer,
        items: answer.items.filter(({ provider }) => provider !== 'stripe'),
        unavailable: [
          { source: 'stripe', problem: { type: '/problems/source-unavailable', title: 'Down', status: 503 } },
        ],
      }
    },
    { once: true },
  )
  const { user, names } = await paymentsOf('payer')
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent('Payments of stripe could not be loaded. The others are shown.')
  expect(names()).toHaveLength(13)
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(names()).toHaveLength(15))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('sorts by when they were added', async () => {
  const { user, table, names } = await paymentsOf('payer')
  expect(names()[0]).toBe('Apple Pay')
  await user.click(within(table).getByRole('button', { name: 'Added' }))
  await waitFor(() => expect(names()[0]).not.toBe('Apple Pay'))
})

it('says that there are none', async () => {
  renderApp('/customers/bo/payments')
  expect(await screen.findByRole('heading', { name: 'No saved payments' })).toBeVisible()
})

it('can be tried again when nothing can be had', async () => {
  mock('listSavedPayments', () => problem('not-acceptable'), { once: true })
  const { user } = renderApp('/customers/expired/payments')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Saved Payments could not be loaded')
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await readTable('Saved Payments')).names()).toEqual(['Visa •••• 0101 Default'])
})
