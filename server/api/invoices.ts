import * as contract from '#/contract/invoices.ts'
import type { Invoice, InvoiceListItem } from '#/contract/invoices.ts'
import { recordActivity } from '#server/api/activity.ts'
import { preferredBillingAddress } from '#server/api/addresses.ts'
import { created, file, ok } from '#server/api/answer.ts'
import { downloadHeaders } from '#server/api/attachments.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { nextDocumentNumber } from '#server/api/document-number.ts'
import { newEntity } from '#server/api/entity-row.ts'
import { anyOf, between, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, invalid, notFound } from '#server/api/refusal.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import { foldText } from '#/contract/fold-text.ts'
import type { InvoiceRow } from '#server/store/billing-rows.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

export const newestInvoices: SortKey<'invoices'>[] = [
  { field: 'issuedAt', descending: true },
  { field: 'id', descending: true },
]

/** Approved, something is outstanding, and the day it was due is over. */
export const overdueInvoices = (today: string): Condition<'invoices'> => ({
  op: 'and',
  conditions: [
    { op: 'in', field: 'state', values: ['approved'] },
    { op: 'range', field: 'outstandingMinor', from: 1 },
    { op: 'range', field: 'dueAt', to: today },
  ],
})

/** The day in UTC: no account says where it is. */
export const todayOf = ({ now }: { now: string }) => now.slice(0, 10)

export function registerInvoices({ handle, handleWrite }: Registry): void {
  handle(contract.listInvoices, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { sort, state, type, overdue, issuedFrom, issuedTo } = call.query
    const isOverdue = overdueInvoices(todayOf(call))
    const { rows, ...page } = await findPage(call, 'invoices', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        ...anyOf<'invoices'>('state', state),
        ...anyOf<'invoices'>('type', type),
        ...between<'invoices'>('issuedAt', issuedFrom, issuedTo),
        ...(overdue === undefined ? [] : [overdue ? isOverdue : ({ op: 'not', condition: isOverdue } as const)]),
      ],
      sort: sortKeys(
        sort,
        {
          issuedAt: 'issuedAt',
          number: 'numberFolded',
          dueAt: 'dueAt',
          total: 'totalMinor',
          outstanding: 'outstandingMinor',
        },
        newestInvoices,
      ),
    })
    return ok({ items: rows.map((row) => invoiceItem(call, row)), ...page })
  })

  handle(contract.getInvoice, async (call) => {
    const { row } = await visibleInvoice(call)
    return ok(invoiceOf(call, row))
  })

  handle(contract.getInvoiceDocument, async (call) => {
    const { row, customer } = await visibleInvoice(call)
    if (!hasDocument(row)) throw notFound()
    const bytes = await call.deps.makeInvoiceDocument(invoiceOf(call, row), customer)
    return file(bytes, downloadHeaders(`${row.number}.pdf`, 'application/pdf'))
  })

  handleWrite(contract.createInvoice, async (call) => {
    const customer = await call.store.lock('customers', (await visibleCustomer(call, call.params.id)).id)
    if (!customer) throw notFound()
    const { type = 'invoice', currency, dueAt = null, note = null, lines } = call.body()
    // What an anonymised customer was charged may still have to be corrected.
    if (customer.anonymizedAt !== null && type !== 'correction') throw new Refusal('anonymized-record')
    const priced = lines.map(({ description, quantity, unitPriceMinor }) => ({
      description,
      quantity,
      unitPrice: { amountMinor: unitPriceMinor, currency },
      total: { amountMinor: Math.round(unitPriceMinor * quantity), currency },
    }))
    const totalMinor = priced.reduce((sum, { total }) => sum + total.amountMinor, 0)
    if (!Number.isSafeInteger(totalMinor)) throw invalid({ pointer: '/lines', code: 'too-big', detail: 'Too much' })
    const number = await nextDocumentNumber(call.store, 'invoices')
    const row: InvoiceRow = {
      ...newEntity(call),
      customerId: customer.id,
      number,
      numberFolded: foldText(number),
      type,
      issuedAt: call.now,
      dueAt,
      state: 'pending',
      sent: false,
      currency,
      totalMinor,
      outstandingMinor: totalMinor,
      disputedMinor: 0,
      onPlanMinor: 0,
      lines: priced,
      billingAddress: await billingAddressOf(call, customer.id),
      note,
    }
    await call.store.insert('invoices', [row])
    await recordActivity(call, {
      customerId: customer.id,
      kind: 'invoiceCreated',
      group: 'invoices',
      subject: { type: 'invoice', id: row.id, label: number },
      changes: [{ field: 'total', from: null, to: { amountMinor: totalMinor, currency } }],
    })
    return created(invoiceOf(call, row), `/invoices/${row.id}`)
  })
}

/** A copy: what is on an invoice does not change with the address book. */
async function billingAddressOf(call: WriteCall, customerId: string): Promise<Invoice['billingAddress']> {
  const address = await preferredBillingAddress(call, customerId)
  if (!address) return null
  const { firstName, lastName, companyName, line1, line2, postbox, city, regionCode, countryCode, postalCode } = address
  return { firstName, lastName, companyName, line1, line2, postbox, city, regionCode, countryCode, postalCode }
}

async function visibleInvoice(
  call: Pick<ReadCall, 'store' | 'identity'> & { params: { invoiceId: string } },
): Promise<{ row: InvoiceRow; customer: CustomerRow }> {
  const row = await call.store.get('invoices', call.params.invoiceId)
  if (!row) throw notFound()
  return { row, customer: await visibleCustomer(call, row.customerId) }
}

const hasDocument = ({ state }: InvoiceRow) => state === 'approved'

function moneyMembers(call: Pick<ReadCall, 'now'>, row: InvoiceRow) {
  const { currency, outstandingMinor, disputedMinor, onPlanMinor, state, dueAt } = row
  const money = (amountMinor: number) => ({ amountMinor, currency })
  return {
    total: money(row.totalMinor),
    outstanding: money(outstandingMinor),
    disputed: money(disputedMinor),
    onPaymentPlan: money(onPlanMinor),
    payable: money(outstandingMinor - disputedMinor - onPlanMinor),
    finalOutstanding: money(outstandingMinor - disputedMinor),
    overdue: state === 'approved' && outstandingMinor > 0 && dueAt !== null && dueAt < todayOf(call),
    hasDocument: hasDocument(row),
  }
}

export const invoiceItem = (call: Pick<ReadCall, 'now'>, row: InvoiceRow): InvoiceListItem => ({
  ...row,
  etag: etagOf(row),
  ...moneyMembers(call, row),
})

const invoiceOf = (call: Pick<ReadCall, 'now'>, row: InvoiceRow): Invoice => ({
  ...row,
  etag: etagOf(row),
  ...moneyMembers(call, row),
})
