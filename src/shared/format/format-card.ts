import type { SavedPayment } from '#/contract/saved-payments.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'

type Card = NonNullable<SavedPayment['card']>

/** The mask with never more than four digits, whatever a provider sent: "•••• 4242". */
export function formatMask(mask: string | null): string {
  const digits = (mask ?? '').match(/\p{Nd}/gu) ?? []
  return digits.length === 0 ? '' : `•••• ${digits.slice(-4).join('')}`
}

/** 13 digits or more of any script, with up to two blanks, dots or dashes between them. */
const longNumber = /\p{Nd}(?:[\s.,_/\-\u2010-\u2015\u00b7]{0,2}\p{Nd}){12,}/gu

/** A text from a provider, with anything as long as a card number cut down to its last four digits. */
export const maskCardNumbers = (text: string) => text.replaceAll(longNumber, formatMask)

/** Brand and mask: "Visa •••• 4242"; an unknown brand as it is. */
export function formatCard({ brand, mask }: Pick<Card, 'brand' | 'mask'>): string {
  const name = brand === null ? '' : maskCardNumbers(codeLabel('cardBrand', brand))
  return [name, formatMask(mask)].filter(Boolean).join(' ')
}

/** The year in full; two digits are of this century. */
export const fullYear = (year: number) => (year < 100 ? 2000 + year : year)

/** Month and year of the expiry, numeric: "09/2027"; empty when there is none. */
export function formatExpiry(
  { expiryMonth, expiryYear }: Pick<Card, 'expiryMonth' | 'expiryYear'>,
  locale = displayLocale(),
): string {
  if (expiryMonth === null || expiryYear === null) return ''
  return new Intl.DateTimeFormat(locale, { month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(fullYear(expiryYear), expiryMonth - 1),
  )
}

/** The last day on which a card is valid, as a local date; nothing where none is known. */
export function lastValidDay({
  expiryMonth,
  expiryYear,
}: Pick<Card, 'expiryMonth' | 'expiryYear'>): string | undefined {
  if (expiryMonth === null || expiryYear === null) return undefined
  return new Date(Date.UTC(fullYear(expiryYear), expiryMonth, 0)).toISOString().slice(0, 10)
}
