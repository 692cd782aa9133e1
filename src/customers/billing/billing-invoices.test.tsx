import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { InvoiceRow } from '#server/store/billing-rows.ts'
import { problem } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { mockBackend } from '#mocks/node.ts'
import { anInvoice } from '#tests/billing-builders.ts'
import { insertRows } from '#tests/builders.ts'
import { catchDownloads } from '#tests/catch-downloads.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'
import { readTable } from '#tests/table-reader.ts'

const id = 'two-homes'
const issued = (day: number) => new Date(Date.UTC(2026, 9, day, 12)).toISOString()

async function invoices(rows: Partial<InvoiceRow>[], options: Parameters<typeof renderApp>[1] = {}) {
  await insertRows(mockBackend().store, {
    invoices: rows.map((row, index) =>
      anInvoice({
        id: `inv-${index + 1}`,
        customerId: id,
        number: `I-${index + 1}`,
        issuedAt: issued(28 - index),
        ...row,
      }),
    ),
  })
  const app = renderApp(`/customers/${id}/billing`, options)
  const table = await readTable('Invoices')
  const part = within(await screen.findByRole('region', { name: 'Invoices' }))
  const filter = async (name: string, choice: string) => {
    await app.user.click(part.getByRole('button', { name: new RegExp(`^${name}(:|$)`) }))
    await app.user.click(await screen.findByRole('checkbox', { name: choice }))
    await app.user.keyboard('{Escape}')
  }
  const open = async (number: string, type = 'Invoice') => {
    await app.user.click(within(table.row(number)).getByRole('button', { name: number }))
    return within(await screen.findByRole('complementary', { name: `${type} ${number}` }))
  }
  return { ...app, ...table, part, filter, open }
}

describe('the list of invoices', () => {
  it('shows what each says of itself, amounts with the decimals of their currency', async () => {
    const { cell, names } = await invoices([
      { totalMinor: 48_000, currency: 'JPY', dueAt: '2099-01-15' },
      { totalMinor: 12_345, currency: 'KWD', outstandingMinor: 345, dueAt: null, sent: false, type: 'cancellation' },
    ])
    expect(names()).toEqual(['I-1', 'I-2'])
    expect(cell('I-1', 'Issued')).toBe('Oct 28, 2026')
    expect(cell('I-1', 'Due')).toBe('Jan 15, 2099')
    expect(cell('I-1', 'State')).toBe('Approved')
    expect(cell('I-1', 'Sent')).toBe('Sent')
    expect(cell('I-1', 'Total')).toBe('JPY 48,000')
    expect(cell('I-2', 'Type')).toBe('Cancellation')
    expect(cell('I-2', 'Due')).toBe('–no due date')
    expect(cell('I-2', 'Sent')).toBe('Not sent')
    expect(cell('I-2', 'Total')).toBe('KWD 12.345')
    expect(cell('I-2', 'Outstanding')).toBe('KWD 0.345')
  })

  it('is filtered and sorted by the API, counted, and kept for the record', async () => {
    const { user, filter, names, sentTo, part, table } = await invoices([
      { state: 'pending' },
      { dueAt: '2020-01-01' },
      { type: 'correction', totalMinor: -100 },
    ])
    expect(part.getByText('3')).toBeVisible()
    await filter('State', 'Pending')
    await waitFor(() => expect(names()).toEqual(['I-1']))
    await user.click(part.getByRole('button', { name: 'Clear filters' }))
    await filter('Overdue', 'Overdue only')
    await waitFor(() => expect(names()).toEqual(['I-2']))
    expect(part.getByText('1')).toBeVisible()
    await filter('Type', 'Correction')
    expect(await part.findByRole('heading', { name: 'No invoice matches these filters' })).toBeVisible()
    await user.click(part.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body)
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.click(within(table).getByRole('button', { name: 'Outstanding' }))
    await waitFor(() => expect(sentTo('listInvoices').at(-1)?.query?.sort).toBe('-outstanding'))

    await user.click(part.getByRole('button', { name: 'Issued', expanded: false }))
    await user.type(await screen.findByLabelText('From'), '2026-10-27')
    await waitFor(() =>
      expect(sentTo('listInvoices').at(-1)?.query?.issuedFrom).toBe(new Date('2026-10-27T00:00:00').toISOString()),
    )
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('tab', { name: 'Account' }))
    await user.click(screen.getByRole('tab', { name: 'Billing' }))
    expect(part.getByRole('button', { name: /^Issued: from 2026-10-27/ })).toBeVisible()
  })

  it('goes on page by page', async () => {
    const { names, part, user } = await invoices(Array.from({ length: 30 }, () => ({})))
    expect(names()).toHaveLength(25)
    expect(part.getByText('30')).toBeVisible()
    await user.click(part.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(names()).toHaveLength(30))
    expect(part.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  })

  it('shows an invoice that was approved elsewhere', async () => {
    const live = fakeLive()
    const { cell } = await invoices([{ state: 'pending' }], { live })
    expect(cell('I-1', 'State')).toBe('Pending')
    await mockBackend().store.transaction(async (store) => {
      await store.update('invoices', 'inv-1', { state: 'approved', version: 2 })
    })
    await live.tell(aChange('invoice.updated', 'inv-1', { customerId: id, etag: '"2"' }))
    await waitFor(() => expect(cell('I-1', 'State')).toBe('Approved'))
  })
})

describe('an invoice', () => {
  it('opens with its lines, address, note and how what is payable comes about', async () => {
    const money = { amountMinor: 10_000, currency: 'CAD' }
    const { open, user, row } = await invoices([
      {
        totalMinor: 50_000,
        disputedMinor: 20_000,
        onPlanMinor: 10_000,
        lines: [{ description: 'Beans', quantity: 2.5, unitPrice: money, total: { ...money, amountMinor: 25_000 } }],
        billingAddress: {
          firstName: 'Tess',
          lastName: null,
          companyName: null,
          line1: '1 Main Street',
          line2: null,
          postbox: null,
          city: 'Lévis',
          regionCode: 'CA-QC',
          countryCode: 'CA',
          postalCode: 'G6V 1A1',
        },
        note: 'Paid by\nmany',
      },
    ])
    const panel = await open('I-1')
    const amount = (label: RegExp) =>
      panel.getByText(label).closest('dt')?.nextElementSibling?.textContent.replaceAll('\u00A0', ' ')
    expect(amount(/^Outstanding$/)).toBe('CAD 500.00')
    expect(amount(/^Less disputed/)).toBe('-CAD 200.00')
    expect(amount(/^Less in a payment plan/)).toBe('-CAD 100.00')
    expect(amount(/^Payable/)).toBe('CAD 200.00')
    expect(amount(/^Final outstanding/)).toBe('CAD 300.00')
    expect(await panel.findByText('Beans')).toBeVisible()
    expect(panel.getByText(/^2\.5 × CAD.100\.00$/u)).toBeVisible()
    expect(panel.getByText('1 Main Street')).toBeVisible()
    expect(panel.getByText(/Paid by/).textContent).toBe('Paid by\nmany')
    expect(panel.getByRole('button', { name: 'Close Invoice I-1' })).toHaveFocus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(within(row('I-1')).getByRole('button', { name: 'I-1' })).toHaveFocus())
  })

  it('can be tried again when it cannot be loaded', async () => {
    mock('getInvoice', () => problem('not-acceptable'), { once: true })
    const { open, user } = await invoices([{}])
    const panel = await open('I-1')
    const alert = await panel.findByRole('alert')
    expect(alert).toHaveTextContent('The invoice could not be loaded')
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await panel.findByText('No lines')).toBeVisible()
  })

  it('is saved as a PDF once it is approved; before, it says why not', async () => {
    const saved = catchDownloads()
    const { open, user } = await invoices([{}, { state: 'pending' }, { state: 'rejected' }, { state: 'rendering' }])
    mock('getInvoiceDocument', () => problem('not-found'), { once: true })
    const approved = await open('I-1')
    await user.click(await approved.findByRole('button', { name: 'Download PDF' }))
    expect(await screen.findByText('Invoice I-1 could not be downloaded.')).toBeVisible()
    await user.click(await approved.findByRole('button', { name: 'Download PDF' }))
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['I-1.pdf']))
    expect(await (await open('I-2')).findByText('There is no PDF before the invoice is approved.')).toBeVisible()
    expect(await (await open('I-3')).findByText('There is no PDF of a rejected invoice.')).toBeVisible()
    const rendering = await open('I-4')
    expect(await rendering.findByText('The PDF is being made.')).toBeVisible()
    expect(rendering.queryByRole('button', { name: 'Download PDF' })).not.toBeInTheDocument()
  })
})
