import type { Invoice } from '#/contract/invoices.ts'
import { amountIssue } from '#/customers/billing/billing-patch.ts'
import {
  readLine,
  sumOf,
  type InvoiceCreate,
  type InvoiceValues,
  type LineValue,
} from '#/customers/billing/invoice-values.ts'
import type { CheckedEdit, EditErrors } from '#/customers/editing/editable.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Limits of the contract. */
const quantityAtMost = 1_000_000
const priceAtMost = 1_000_000_000
const descriptionAtMost = 500
const noteAtMost = 2000

export const linesAtMost = 100

type LineField = keyof LineValue

/** What is wrong with a line, by its controls. */
export function lineIssues(line: LineValue, { currency, type }: Pick<InvoiceValues, 'currency' | 'type'>) {
  const issues: Partial<Record<LineField, string>> = {}
  const { quantity, unitPriceMinor } = readLine(line, currency)
  if (line.description.trim() === '') issues.description = m.billing_issue_description()
  else if (line.description.trim().length > descriptionAtMost) {
    issues.description = m.errors_field_too_long_by({ maximum: descriptionAtMost })
  }
  if (quantity === undefined || quantity <= 0 || quantity > quantityAtMost) {
    issues.quantity = m.billing_issue_quantity({ most: formatQuantity(quantityAtMost) })
  }
  if (currency !== '') {
    if (unitPriceMinor === undefined) issues.unitPrice = amountIssue(currency)
    else if (Math.abs(unitPriceMinor) > priceAtMost) issues.unitPrice = m.errors_field_too_big()
    else if (unitPriceMinor < 0 && type !== 'correction') issues.unitPrice = m.billing_issue_negative()
  }
  return issues
}

/** The first thing that is wrong with the lines, and in which. */
function linesError(values: InvoiceValues): string | undefined {
  if (values.lines.length === 0) return m.billing_issue_no_lines()
  if (values.lines.length > linesAtMost) return m.billing_issue_too_many_lines({ most: linesAtMost })
  for (const [index, line] of values.lines.entries()) {
    const [issue] = Object.values(lineIssues(line, values))
    if (issue !== undefined) return m.billing_issue_line({ number: index + 1, issue })
  }
  return Number.isSafeInteger(sumOf(values.lines, values.currency)) ? undefined : m.errors_field_too_big()
}

/** Holds what was typed against the contract. */
export async function checkInvoice(
  _base: Invoice,
  values: InvoiceValues,
): Promise<CheckedEdit<InvoiceValues, InvoiceCreate>> {
  const errors: EditErrors<InvoiceValues> = {}
  const lines = linesError(values)
  const note = values.note.trim()
  if (values.currency === '') errors.currency = 'required'
  if (lines !== undefined) errors.lines = lines
  if (note.length > noteAtMost) errors.note = m.errors_field_too_long_by({ maximum: noteAtMost })
  if (Object.keys(errors).length > 0) return { patch: undefined, errors }
  return {
    patch: {
      type: values.type === 'correction' ? 'correction' : 'invoice',
      currency: values.currency,
      ...(values.dueAt && { dueAt: values.dueAt }),
      ...(note && { note }),
      lines: values.lines.map((line) => {
        const { quantity = 0, unitPriceMinor = 0 } = readLine(line, values.currency)
        return { description: line.description.trim(), quantity, unitPriceMinor }
      }),
    },
    errors,
  }
}
