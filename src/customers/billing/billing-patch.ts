import * as z from 'zod/mini'
import { billingInfoPatchSchema, type BillingInfo } from '#/contract/billing-info.ts'
import {
  billingFields,
  billingValues,
  isSameBillingValue,
  type BillingField,
  type BillingValues,
} from '#/customers/billing/billing-values.ts'
import { changedFields, type CheckedEdit, type EditErrors } from '#/customers/editing/editable.ts'
import { ApiError } from '#/shared/api/api-error.ts'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'
import { minorDigits } from '#/shared/format/format-money.ts'
import { parseAmount } from '#/shared/format/parse-amount.ts'
import { parseNumber } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type BillingPatch = z.output<typeof billingInfoPatchSchema>
type Errors = EditErrors<BillingValues>

/** What is wrong with an amount, as it was typed. */
export const amountIssue = (currency: string): string => {
  const digits = minorDigits(currency)
  return digits === 0 ? m.billing_issue_amount_whole({ currency }) : m.billing_issue_amount({ currency, count: digits })
}

/** A number as it was typed; what is none stays a text, for the contract to refuse. */
function numberOf(typed: string): unknown {
  if (typed.trim() === '') return null
  const number = parseNumber(typed)
  return number === undefined ? typed : Number(number)
}

/** What was changed, as the API takes it; not checked yet but for what only the form knows. */
function draftPatch(base: BillingInfo, values: BillingValues): { patch: Record<string, unknown>; errors: Errors } {
  const stored = billingValues(base)
  const changed = new Set<BillingField>(
    changedFields({ fields: billingFields, isSame: isSameBillingValue }, stored, values),
  )
  const patch: Record<string, unknown> = {}
  const errors: Errors = {}
  for (const field of ['billingDay', 'termsDays', 'taxRate'] as const) {
    if (changed.has(field)) patch[field] = numberOf(values[field])
  }
  for (const field of ['termsMethod', 'invoiceMethod', 'currency', 'costCentre'] as const) {
    if (changed.has(field)) patch[field] = values[field].trim() || null
  }
  for (const field of ['lateFee', 'earlyDiscount'] as const) if (changed.has(field)) patch[field] = values[field]

  if (changed.has('cycleKind') || (values.cycleKind === 'months' && changed.has('cycleMonths'))) {
    const isMonthly = values.cycleKind === 'months'
    const months = isMonthly ? { months: numberOf(values.cycleMonths) } : {}
    patch['cycle'] = values.cycleKind === '' ? null : { kind: values.cycleKind, ...months }
    if (isMonthly && values.cycleMonths.trim() === '') errors.cycleMonths = 'required'
  }
  for (const field of ['creditLimit', 'unbilledAlert'] as const) {
    const currencyField = `${field}Currency` as const
    const isNone = values[field].trim() === ''
    if (!changed.has(field) && (isNone || !changed.has(currencyField))) continue
    const currency = values[currencyField]
    const amountMinor = isNone ? undefined : parseAmount(values[field], currency)
    patch[field] = isNone ? null : { amountMinor, currency }
    if (!isNone && currency === '') errors[currencyField] = 'required'
    else if (!isNone && amountMinor === undefined) errors[field] = amountIssue(currency)
  }

  const autoPay = {
    ...(changed.has('autoPayEnabled') && { enabled: values.autoPayEnabled }),
    ...(changed.has('autoPaySavedPaymentId') && { savedPaymentId: values.autoPaySavedPaymentId || null }),
    ...(changed.has('autoPayNotBefore') && { notBefore: values.autoPayNotBefore || null }),
  }
  if (Object.keys(autoPay).length > 0) patch['autoPay'] = autoPay
  if (values.autoPayEnabled && values.autoPaySavedPaymentId === '' && 'autoPay' in patch) {
    errors.autoPaySavedPaymentId = 'required'
  }
  return { patch, errors }
}

/** The field that a member of the patch comes from: `cycle.months` is `cycleMonths`. */
function fieldAt([member = '', inner]: readonly string[]): BillingField | undefined {
  const whole: Record<string, BillingField> = { cycle: 'cycleKind', autoPay: 'autoPayEnabled' }
  const part = inner === undefined || inner === 'amountMinor' ? '' : inner.charAt(0).toUpperCase() + inner.slice(1)
  const name = part === '' ? (whole[member] ?? member) : `${member}${part}`
  return billingFields.find((field) => field === name)
}

/** Holds what was typed against the contract. Only what was changed is looked at. */
export async function checkBilling(
  base: BillingInfo,
  values: BillingValues,
): Promise<CheckedEdit<BillingValues, BillingPatch>> {
  const { patch, errors } = draftPatch(base, values)
  const parsed = z.safeParse(billingInfoPatchSchema, patch, { error: zodErrorMessage })
  const broken: Errors = {}
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = fieldAt(path.map(String))
    if (field) broken[field] ??= message
  }
  return {
    patch: Object.keys(patch).length > 0 ? patch : undefined,
    errors: { ...broken, ...errors },
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  expired: m.billing_issue_expired,
  disabled: m.billing_issue_disabled,
  'not-found': m.billing_issue_method_gone,
  'not-drawable': m.billing_issue_not_drawable,
}

/** What the API refused, by the fields of the form. */
export function inFormTerms(error: unknown): unknown {
  if (!(error instanceof ApiError) || !error.problem || error.errors.length === 0) return error
  const { type, status, problem, requestId, retryAfter } = error
  const errors = error.errors.map((each) => {
    const field = fieldAt((each.pointer ?? '').split('/').slice(1))
    return { ...each, pointer: field ? `/${field}` : each.pointer, detail: refusals[each.code]?.() ?? each.detail }
  })
  return new ApiError(type, {
    status,
    problem: { ...problem, errors },
    requestId,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    cause: error,
  })
}
