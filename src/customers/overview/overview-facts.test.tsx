import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { mockBackend } from '#mocks/node.ts'
import { anAddress, aSavedPayment, insertRows } from '#tests/builders.ts'
import { overviewOf } from '#tests/overview-page.ts'

describe('personal details', () => {
  it('shows who the customer is, with the billing address right below', async () => {
    await insertRows(mockBackend().store, {
      addresses: [anAddress({ customerId: 'no-contact', line1: '7 Long Way', isPreferredBilling: true })],
    })
    const { card, unmount } = await overviewOf('no-contact')
    const address = card('Personal details').getByRole('region', { name: 'Preferred billing address' })
    expect(await within(address).findByText('7 Long Way')).toBeVisible()
    unmount()
    const ada = await overviewOf('ada')
    const details = ada.card('Personal details')
    for (const text of ['Ada Park', 'ada.park@mail.example', 'ADA-7781', 'Registered']) {
      expect(details.getByText(text)).toBeVisible()
    }
  })

  it('tells a VIP from a standard customer', async () => {
    const vip = await overviewOf('vip')
    expect(vip.card('Personal details').getByText('VIP customer: subscriptions are not charged.')).toBeVisible()
    vip.unmount()
    const { card } = await overviewOf('ada')
    expect(card('Personal details').getByText('Standard')).toBeVisible()
    expect(card('Personal details').queryByText(/^VIP/u)).not.toBeInTheDocument()
  })
})

describe('account summary', () => {
  it('shows how the account stands, money by currency', async () => {
    const { card } = await overviewOf('vip')
    const summary = card('Account summary')
    expect(summary.getByText(/^KWD\s0\.345$/u)).toBeVisible()
    expect(summary.getByText(/^USD\s874\.00$/u)).toBeVisible()
    expect(summary.getByText(/^USD\s5,000\.00$/u)).toBeVisible()
    const billing = card('Billing information')
    expect(billing.getByText('Every month')).toBeVisible()
    expect(billing.getByText(/^14 days/u)).toBeVisible()
  })

  it('offers the history of the status only where there is one', async () => {
    const first = await overviewOf('vip')
    expect(first.card('Account summary').queryByRole('button', { name: 'Details' })).not.toBeInTheDocument()
    first.unmount()
    const { etag } = await mockBackend().callAs('admin', 'getCustomer', { path: { id: 'vip' } })
    await mockBackend().callAs('admin', 'createStatusChange', {
      path: { id: 'vip' },
      body: { to: 'blocked', reason: 'nonPayment' },
      ifMatch: etag,
    })
    const { card, user } = await overviewOf('vip')
    expect(card('Account summary').getByText('Non-payment')).toBeVisible()
    await user.click(card('Account summary').getByRole('button', { name: 'Details' }))
    const dialog = await screen.findByRole('dialog', { name: 'Status history' })
    expect(await within(dialog).findByText('Active → Blocked')).toBeVisible()
  })
})

it('shows every payment method with type and status, and what pays by itself', async () => {
  const at = (month: number) => `2026-0${month}-01T00:00:00.000Z`
  const expired = { brand: 'visa', mask: '•••• 1111', holder: null, expiryMonth: 1, expiryYear: 2020 }
  const methods = [
    aSavedPayment({ customerId: 'vip', addedAt: at(1), card: expired }),
    aSavedPayment({ customerId: 'vip', addedAt: at(3) }),
    ...[4, 5, 6, 7].map((month) => aSavedPayment({ customerId: 'vip', addedAt: at(month) })),
  ]
  await insertRows(mockBackend().store, { savedPayments: methods })
  await mockBackend().callAs('admin', 'patchBillingInfo', {
    path: { id: 'vip' },
    body: { autoPay: { enabled: true, savedPaymentId: methods[1]?.id ?? null, notBefore: '2027-02-01' } },
    ifMatch: (await mockBackend().callAs('admin', 'getBillingInfo', { path: { id: 'vip' } })).etag,
  })
  const { card } = await overviewOf('vip')
  const rows = within(card('Payment methods').getByRole('list')).getAllByRole('listitem')
  expect(rows).toHaveLength(6)
  expect(rows[0]?.textContent).toMatch(/Visa •••• 4242.*Active/u)
  expect(rows[5]?.textContent).toMatch(/Visa •••• 1111.*Expired/u)
  expect(rows[5]).toHaveTextContent('Credit card')
  const automated = card('Payment methods').getByRole('region', { name: 'Automated payment' })
  expect(automated).toHaveTextContent('On, with Visa •••• 4242, nothing is taken before Feb 1, 2027')
})

it('shows products with type, price, begin and status', async () => {
  const { card } = await overviewOf('vip')
  const [, second] = within(card('Products and subscriptions').getByRole('list')).getAllByRole('listitem')
  expect(second?.textContent).toMatch(/Tea Pass.*Access pass.*since Nov \d+, 2026.*USD\s9\.00.*Active/u)
})

it('shows the last payment with both of its days', async () => {
  const { card } = await overviewOf('ada')
  const payment = card('Last payment')
  expect(payment.getByText('Paid on')).toBeVisible()
  expect(payment.getByText('Processed on')).toBeVisible()
  expect(payment.getAllByText(/^Nov \d+, 2026$/u)).toHaveLength(2)
})

it('lists all alerts in a panel, filtered by kind and day', async () => {
  const { card, user, sentTo } = await overviewOf('vip')
  expect(card('Alerts').getByText('12 of 10 parcels used')).toBeVisible()
  expect(card('Alerts').getByText('120 % used')).toBeVisible()
  await user.click(card('Alerts').getByRole('button', { name: 'All alerts' }))
  const panel = within(await screen.findByRole('dialog', { name: 'All alerts' }))
  await waitFor(() => expect(panel.getAllByRole('listitem')).toHaveLength(5))
  expect(panel.getByText('Vera Vipond')).toBeVisible()
  await user.click(panel.getByRole('button', { name: 'Kind' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Price change' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(panel.getAllByRole('listitem')).toHaveLength(1))
  expect(panel.getByText(/prices change\.$/u)).toBeVisible()
  expect(sentTo('listAlerts').at(-1)?.query).toMatchObject({ kind: ['priceChange'] })
})
