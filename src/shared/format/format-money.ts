import type { Money } from '#/contract/common.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const made = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: string, locale: string): Intl.NumberFormat | undefined {
  const key = `${currency} ${locale}`
  const known = made.get(key)
  if (known) return known
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' })
    made.set(key, format)
    return format
  } catch {
    return undefined
  }
}

/** Minor units as a decimal text, exact at any size: (-1234, 2) is "-12.34". */
export function decimalText(minor: number, digits: number): `${number}` {
  const whole = BigInt(Math.trunc(minor))
  const text = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, '0')
  const point = text.length - digits
  return `${whole < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}` as `${number}`
}

/** How many decimals amounts of a currency have; 2 for one that nobody knows. */
export const minorDigits = (currency: string): number =>
  moneyFormat(currency, displayLocale())?.resolvedOptions().maximumFractionDigits ?? 2

/** An amount with its currency code and the decimals of that currency: "CAD 1,234.50"; empty without an amount. */
export function formatMoney(money: Money | null | undefined, locale = displayLocale()): string {
  if (!money) return ''
  const format = moneyFormat(money.currency, locale)
  if (!format) return `${money.currency} ${decimalText(money.amountMinor, 2)}`
  // A text keeps every digit, where a number would lose cents of huge amounts.
  return format.format(decimalText(money.amountMinor, format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** A total; one that nobody worked out is not zero. */
export const formatTotal = (total: Money | null) => (total ? formatMoney(total) : m.common_not_calculated())

/** An amount with its sign, also where it is a plus: "+USD 19.00". */
export const formatSigned = (money: Money): string => `${money.amountMinor > 0 ? '+' : ''}${formatMoney(money)}`
