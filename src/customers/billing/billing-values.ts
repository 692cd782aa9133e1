import type { BillingInfo } from '#/contract/billing-info.ts'
import type { Money } from '#/contract/common.ts'
import { isSameTyped } from '#/customers/editing/editable.ts'
import { decimalText, minorDigits } from '#/shared/format/format-money.ts'
import { formatDigits, parseNumber } from '#/shared/format/parse-number.ts'

/** What the form holds. Numbers and amounts are texts as they were typed; the empty text is none. */
export interface BillingValues {
  billingDay: string
  cycleKind: string
  cycleMonths: string
  termsDays: string
  termsMethod: string
  invoiceMethod: string
  creditLimit: string
  creditLimitCurrency: string
  unbilledAlert: string
  unbilledAlertCurrency: string
  lateFee: string
  earlyDiscount: string
  taxRate: string
  currency: string
  costCentre: string
  autoPayEnabled: boolean
  autoPaySavedPaymentId: string
  autoPayNotBefore: string
}

export type BillingField = keyof BillingValues

/** In the order of the form. */
export const billingFields = [
  'billingDay',
  'cycleKind',
  'cycleMonths',
  'termsDays',
  'termsMethod',
  'invoiceMethod',
  'creditLimit',
  'creditLimitCurrency',
  'unbilledAlert',
  'unbilledAlertCurrency',
  'lateFee',
  'earlyDiscount',
  'taxRate',
  'currency',
  'costCentre',
  'autoPayEnabled',
  'autoPaySavedPaymentId',
  'autoPayNotBefore',
] as const satisfies readonly BillingField[]

const numbers: ReadonlySet<string> = new Set<BillingField>([
  'billingDay',
  'cycleMonths',
  'termsDays',
  'creditLimit',
  'unbilledAlert',
  'taxRate',
])

const numberText = (number: number | null | undefined) =>
  number === null || number === undefined ? '' : formatDigits(String(number))

const amountText = (money: Money | null) =>
  money === null ? '' : formatDigits(decimalText(money.amountMinor, minorDigits(money.currency)))

/** The values of the form for what is stored. An amount that is not there yet begins in the billing currency. */
export function billingValues(info: BillingInfo): BillingValues {
  const currency = info.currency ?? ''
  return {
    billingDay: numberText(info.billingDay),
    cycleKind: info.cycle?.kind ?? '',
    cycleMonths: numberText(info.cycle?.months),
    termsDays: numberText(info.termsDays),
    termsMethod: info.termsMethod ?? '',
    invoiceMethod: info.invoiceMethod ?? '',
    creditLimit: amountText(info.creditLimit),
    creditLimitCurrency: info.creditLimit?.currency ?? currency,
    unbilledAlert: amountText(info.unbilledAlert),
    unbilledAlertCurrency: info.unbilledAlert?.currency ?? currency,
    lateFee: info.lateFee,
    earlyDiscount: info.earlyDiscount,
    taxRate: numberText(info.taxRate),
    currency,
    costCentre: info.costCentre ?? '',
    autoPayEnabled: info.autoPay.enabled,
    autoPaySavedPaymentId: info.autoPay.savedPaymentId ?? '',
    autoPayNotBefore: info.autoPay.notBefore ?? '',
  }
}

/** Whether what was typed means the stored value: `5000` and `5,000.00` do. */
export function isSameBillingValue(stored: unknown, typed: unknown, field: BillingField): boolean {
  if (isSameTyped(stored, typed)) return true
  if (!numbers.has(field) || typeof stored !== 'string' || typeof typed !== 'string') return false
  const [one, two] = [parseNumber(stored), parseNumber(typed)]
  return one !== undefined && two !== undefined && Number(one) === Number(two)
}

/** Nobody has set anything for this customer. */
export function isUnset(info: BillingInfo): boolean {
  const { billingDay, cycle, period, termsDays, termsMethod, invoiceMethod, creditLimit, unbilledAlert } = info
  const { taxRate, currency, costCentre, lateFee, earlyDiscount, autoPay } = info
  const set = [billingDay, cycle, period, termsDays, termsMethod, invoiceMethod, creditLimit, unbilledAlert, taxRate]
  return (
    [...set, currency, costCentre, autoPay.savedPaymentId, autoPay.notBefore].every((value) => value === null) &&
    lateFee === 'inherit' &&
    earlyDiscount === 'inherit' &&
    !autoPay.enabled
  )
}
