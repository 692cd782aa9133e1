import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { aBillingInfo, anInvoice, aPayment } from '#tests/billing-builders.ts'
import { insertRows } from '#tests/builders.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const id = 'two-homes'
const at = `/customers/${id}/billing`
const region = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the parts', () => {
  it('say so when there is nothing, each by itself', async () => {
    renderApp('/customers/never/billing')
    expect(await screen.findByRole('heading', { name: 'No billing information' })).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'No invoices' })).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'No payments' })).toBeVisible()
  })

  it.each([
    ['getBillingInfo', 'Billing information', 'Invoices'],
    ['listInvoices', 'Invoices', 'Payments'],
    ['listPayments', 'Payments', 'Billing information'],
  ] as const)('of which one fails alone (%s) and can be tried again', async (endpoint, name, other) => {
    mock(endpoint, () => problem('not-acceptable'), { once: true })
    const { user } = renderApp('/customers/ada/billing')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(`${name} could not be loaded`)
    await waitFor(async () => expect((await region(other)).queryByText('Loading')).not.toBeInTheDocument())
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  })

  it('are forbidden together, in one sentence', async () => {
    for (const name of ['getBillingInfo', 'listInvoices', 'listPayments'] as const) {
      mock(name, () => problem('forbidden', { requiredPermission: 'billing:read' }))
    }
    renderApp('/customers/ada/billing')
    expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Invoices' })).not.toBeInTheDocument())
  })

  it.each(['service', 'sales'] as const)('are read by %s, who may change nothing and is told why', async (role) => {
    const { user } = renderApp('/customers/ada/billing', { as: role })
    const pen = await screen.findByRole('button', { name: 'Edit billing information' })
    await waitFor(() => expect(pen).toHaveAttribute('aria-disabled', 'true'))
    await user.hover(screen.getByRole('button', { name: 'Add invoice' }))
    expect(await screen.findByText('Your role may not change billing; Finance may.')).toBeVisible()
    await user.click(pen)
    expect(screen.queryByRole('form', { name: 'Billing information' })).not.toBeInTheDocument()
  })

  it('lead to the system that takes payments', async () => {
    renderApp('/customers/vip/billing')
    const link = await screen.findByRole('link', { name: /^Manage payments/ })
    expect(link).toHaveAttribute('href', 'https://pay.example/customers/C-100115')
    expect(link).toHaveAttribute('target', '_blank')
  })
})

it('shows terms with period, amounts and what is as usual', async () => {
  await insertRows(mockBackend().store, {
    billingInfos: [
      aBillingInfo({
        id,
        billingDay: 31,
        cycle: { kind: 'months', months: 3 },
        period: { from: '2026-11-01', to: '2027-01-31' },
        termsMethod: 'net',
        invoiceMethod: 'carrierPigeon',
        creditLimit: { amountMinor: 48_000, currency: 'JPY' },
        unbilledAlert: { amountMinor: 12_345, currency: 'KWD' },
        taxRate: 8.875,
      }),
    ],
  })
  renderApp(at)
  const part = await region('Billing information')
  const value = async (label: string) =>
    (await part.findByText(label)).nextElementSibling?.textContent.replaceAll('\u00A0', ' ')
  expect(await value('Billing day')).toBe('31')
  expect(await value('Billing cycle')).toBe('Every 3 months')
  expect(await value('Current period')).toBe('Nov 1, 2026 – Jan 31, 2027')
  expect(await value('Days to pay')).toBe('14 days')
  expect(await value('Invoices by')).toBe('carrierPigeon')
  expect(await value('Credit limit')).toBe('JPY 48,000')
  expect(await value('Alert when unbilled')).toBe('KWD 12.345')
  expect(await value('Late fee')).toBe('As usual')
  expect(await value('Tax rate')).toBe('8.875 %')
  expect(await value('Cost centre')).toBe('–not set')
  expect(await value('Taken automatically')).toBe('Off')
  expect(await value('Overdue and payable')).toBe('Nothing')
})

describe('payments', () => {
  const pay = async () =>
    insertRows(mockBackend().store, {
      invoices: [anInvoice({ id: 'inv-1', customerId: id, number: 'I-1' })],
      payments: [
        aPayment({
          customerId: id,
          kind: 'cheque',
          reference: 'CHK-1',
          processedOn: '2026-01-07',
          paidOn: '2026-01-05',
        }),
        aPayment({
          customerId: id,
          kind: 'moonbeam',
          currency: 'JPY',
          amountMinor: 500,
          status: 'pending',
          processedOn: null,
          paidOn: '2026-02-05',
          allocations: [{ invoiceId: 'inv-1', amountMinor: 500 }],
        }),
        aPayment({ customerId: id, kind: 'paypal', status: 'failure', processedOn: null, paidOn: '2026-03-05' }),
      ],
    })

  it('show both days, the state in words and what they went to; the invoice opens', async () => {
    await pay()
    const { user } = renderApp(at)
    const { cell, names, row } = await readTable('Payments')
    expect(names()).toEqual(['PayPal', 'moonbeam', 'Cheque'])
    expect(cell('moonbeam', 'Amount')).toBe('JPY 500')
    expect(cell('moonbeam', 'Paid')).toBe('Feb 5, 2026')
    expect(cell('moonbeam', 'Processed')).toBe('Not processed yet')
    expect(cell('moonbeam', 'Status')).toBe('Pending')
    expect(cell('Cheque', 'Processed')).toBe('Jan 7, 2026')
    expect(cell('Cheque', 'Reference')).toBe('CHK-1')
    expect(cell('PayPal', 'Status')).toBe('Failed')
    expect(cell('Cheque', 'Paid for')).toBe('–not allocated to an invoice')
    const opener = within(row('moonbeam')).getByRole('button', { name: 'I-1' })
    await user.click(opener)
    const panel = await screen.findByRole('complementary', { name: 'Invoice I-1' })
    expect(await within(panel).findByText('No billing address')).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(opener).toHaveFocus())
  })

  it('are filtered, sorted and kept so for the record', async () => {
    await pay()
    const { user, sentTo } = renderApp(at)
    const { names, table } = await readTable('Payments')
    const part = await region('Payments')
    await user.click(within(table).getByRole('button', { name: 'Amount' }))
    await waitFor(() => expect(sentTo('listPayments').at(-1)?.query?.sort).toBe('-amount'))
    await user.click(part.getByRole('button', { name: 'Status' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Failed' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(names()).toEqual(['PayPal']))
    await user.click(await screen.findByRole('tab', { name: 'Account' }))
    await user.click(screen.getByRole('tab', { name: 'Billing' }))
    expect(sentTo('listPayments').at(-1)?.query).toMatchObject({ sort: '-amount', status: ['failure'] })
    await user.click(part.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(names()).toHaveLength(3))
  })
})
