import { displayLocale } from '#/shared/format/display-locale.ts'
import { minorDigits } from '#/shared/format/format-money.ts'

function separators(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1234567.8)
  const find = (type: string) => parts.find((part) => part.type === type)?.value
  return { group: find('group') ?? ',', decimal: find('decimal') ?? '.' }
}

/** Thousands as the locale groups them, and spaces, go; the decimal sign becomes a point. */
function plainNumber(text: string, locale: string): string {
  const { group, decimal } = separators(locale)
  const compact = text.replaceAll(/[\s\u00A0\u202F'’]/gu, '')
  const [whole = '', ...decimals] = compact.split(decimal)
  const thousands = whole.split(group)
  const isGrouped = thousands.length > 1 && thousands.slice(1).every((part) => part.length === 3)
  return [isGrouped ? thousands.join('') : whole, ...decimals].join('.')
}

/** An amount as a person writes it, in minor units: ("1,234.5", "USD") is 123450. Nothing when it is no such amount. */
export function parseAmount(text: string, currency: string, locale = displayLocale()): number | undefined {
  const [, sign, whole = '', decimals = ''] = /^([-−]?)(\d{1,13})(?:\.(\d*))?$/u.exec(plainNumber(text, locale)) ?? []
  const digits = minorDigits(currency)
  if (sign === undefined || decimals.length > digits) return undefined
  const minor = Number(whole + decimals.padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) return undefined
  return sign === '' || minor === 0 ? minor : -minor
}
