import { isSame } from '#/contract/same-json.ts'
import { invoiceSchema, type Invoice } from '#/contract/invoices.ts'
import { checkInvoice } from '#/customers/billing/check-invoice.ts'
import {
  blankInvoice,
  invoiceFields,
  invoiceValues,
  type InvoiceCreate,
  type InvoiceValues,
  type LineValue,
} from '#/customers/billing/invoice-values.ts'
import { isSameTyped, type Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type InvoiceControl = EditControl<Invoice, InvoiceValues, InvoiceCreate>

const labels: Record<keyof InvoiceValues, () => string> = {
  type: m.billing_invoice_type,
  currency: m.billing_invoice_currency,
  dueAt: m.billing_invoice_due,
  lines: m.billing_lines,
  note: m.billing_note,
}

const isLine = (value: unknown): value is LineValue =>
  typeof value === 'object' &&
  value !== null &&
  (['description', 'quantity', 'unitPrice'] as const).every((name) => typeof Reflect.get(value, name) === 'string')

const isLines = (value: unknown): value is LineValue[] => Array.isArray(value) && value.every(isLine)

const lineText = ({ description, quantity, unitPrice }: LineValue) =>
  m.billing_line_text({ description, quantity, price: unitPrice })

/** A new invoice, as the editor needs to know it. `key` names its form. */
export const invoiceEditable = (key: string): Editable<Invoice, InvoiceValues, InvoiceCreate> => ({
  form: `billing/${key}`,
  fields: invoiceFields,
  valuesOf: invoiceValues,
  blank: invoiceValues(blankInvoice()),
  check: checkInvoice,
  schema: invoiceSchema,
  isSame: (stored, typed) => isSameTyped(stored, typed) || isSame(stored, typed),
  accepts: (field, value) => (field === 'lines' ? isLines(value) : typeof value === 'string'),
  // A draft may be older than the form.
  label: (field) => (Object.hasOwn(labels, field) ? labels[field]() : field),
  text: (field, value) => {
    if (field === 'lines') return isLines(value) ? value.map(lineText).join('; ') : ''
    const text = String(value)
    if (field === 'type') return codeLabel('invoiceType', text)
    return field === 'dueAt' && text !== '' ? formatLocalDate(text) : text
  },
  texts: {
    form: m.billing_new_invoice,
    saved: m.billing_invoice_added,
    conflict: m.billing_conflict,
    discard: m.billing_invoice_discard,
    refused: m.billing_invoice_refused,
  },
})
