import * as z from 'zod/mini'
import { invoiceStates, invoiceTypes } from '#/contract/invoices.ts'
import { paymentStatuses } from '#/contract/payments.ts'
import type { InvoiceParams, PaymentParams } from '#/customers/billing/billing.queries.ts'

const day = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/u)))
const sortOf = (keys: readonly string[], plain: string) =>
  z.catch(z.string().check(z.regex(new RegExp(`^-?(${keys.join('|')})$`, 'u'))), plain)

/** How invoices are looked at; kept for the record. */
export const invoiceViewSchema = z.object({
  sort: sortOf(['issuedAt', 'number', 'dueAt', 'total', 'outstanding'], '-issuedAt'),
  state: z.catch(z.array(z.enum(invoiceStates)), []),
  type: z.catch(z.array(z.enum(invoiceTypes)), []),
  isOverdue: z.catch(z.boolean(), false),
  from: z.catch(day, undefined),
  to: z.catch(day, undefined),
})
export type InvoiceView = z.output<typeof invoiceViewSchema>

/** How payments are looked at; kept for the record. */
export const paymentViewSchema = z.object({
  sort: sortOf(['paidOn', 'processedOn', 'amount'], '-paidOn'),
  status: z.catch(z.array(z.enum(paymentStatuses)), []),
  from: z.catch(day, undefined),
  to: z.catch(day, undefined),
})
export type PaymentView = z.output<typeof paymentViewSchema>

/** True when rows are left out on purpose. */
export const isFiltered = (view: InvoiceView | PaymentView): boolean =>
  Object.entries(view).some(
    ([name, value]) =>
      name !== 'sort' && (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false),
  )

export const withoutFilters = <View extends InvoiceView | PaymentView>(
  schema: z.ZodMiniType<View>,
  { sort }: View,
): View => z.parse(schema, { sort })

/** The beginning of a day where the reader is. */
const beginOf = (localDay: string) => new Date(`${localDay}T00:00:00`).toISOString()

/** An invoice is issued at a moment, so the days are those of the reader. */
export const invoiceParams = ({ sort, state, type, isOverdue, from, to }: InvoiceView): InvoiceParams => ({
  sort,
  ...(state.length > 0 && { state }),
  ...(type.length > 0 && { type }),
  ...(isOverdue && { overdue: true }),
  ...(from !== undefined && { issuedFrom: beginOf(from) }),
  ...(to !== undefined && { issuedTo: beginOf(to) }),
})

/** A payment is made on a day, wherever it is read. */
export const paymentParams = ({ sort, status, from, to }: PaymentView): PaymentParams => ({
  sort,
  ...(status.length > 0 && { status }),
  ...(from !== undefined && { paidFrom: from }),
  ...(to !== undefined && { paidTo: to }),
})
