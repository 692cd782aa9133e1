import { displayLocale } from '#/shared/format/display-locale.ts'

const made = new Map<string, Intl.NumberFormat>()

/** A number of things, or a weight: up to three decimals, none when whole. */
export function formatQuantity(quantity: number, locale = displayLocale()): string {
  const known = made.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  made.set(locale, known)
  return known.format(quantity)
}
