import { unstored } from '#/customers/editing/unstored.ts'
import type * as z from 'zod/mini'
import type { Invoice, invoiceCreateSchema } from '#/contract/invoices.ts'
import { parseAmount } from '#/shared/format/parse-amount.ts'
import { parseNumber } from '#/shared/format/parse-number.ts'

export type InvoiceCreate = z.output<typeof invoiceCreateSchema>

/** One line as it was typed. */
export interface LineValue {
  description: string
  quantity: string
  unitPrice: string
}

export interface InvoiceValues {
  type: string
  currency: string
  dueAt: string
  lines: LineValue[]
  note: string
}

export const invoiceFields = ['type', 'currency', 'dueAt', 'lines', 'note'] as const

export const blankLine: LineValue = { description: '', quantity: '1', unitPrice: '' }

/** What the form begins with; the currency is the one that the customer is billed in. */
export const invoiceValues = ({ type, total: { currency } }: Invoice): InvoiceValues => ({
  type,
  currency,
  dueAt: '',
  lines: [blankLine],
  note: '',
})

/** An invoice that is not stored yet. */
export function blankInvoice(over: { currency?: string; type?: Invoice['type'] } = {}): Invoice {
  const nothing = { amountMinor: 0, currency: over.currency ?? '' }
  return {
    ...unstored,
    customerId: '',
    number: '',
    type: over.type ?? 'invoice',
    issuedAt: unstored.createdAt,
    dueAt: null,
    state: 'pending',
    sent: false,
    total: nothing,
    outstanding: nothing,
    disputed: nothing,
    onPaymentPlan: nothing,
    payable: nothing,
    finalOutstanding: nothing,
    overdue: false,
    hasDocument: false,
    lines: [],
    billingAddress: null,
    note: null,
  }
}

/** A line in numbers, as far as it can be read. */
export interface ReadLine {
  quantity: number | undefined
  unitPriceMinor: number | undefined
  /** In minor units, rounded as the API does; nothing while the line cannot be read. */
  totalMinor: number | undefined
}

export function readLine({ quantity: typed, unitPrice }: LineValue, currency: string): ReadLine {
  const digits = parseNumber(typed)
  const quantity = digits === undefined ? undefined : Number(digits)
  const unitPriceMinor = currency === '' ? undefined : parseAmount(unitPrice, currency)
  const isRead = quantity !== undefined && unitPriceMinor !== undefined
  return { quantity, unitPriceMinor, totalMinor: isRead ? Math.round(unitPriceMinor * quantity) : undefined }
}

/** The sum of the lines that can be read, in minor units. */
export const sumOf = (lines: readonly LineValue[], currency: string): number =>
  lines.reduce((sum, line) => sum + (readLine(line, currency).totalMinor ?? 0), 0)
