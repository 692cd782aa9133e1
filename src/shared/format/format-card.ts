import type { SavedPayment } from '#/contract/saved-payments.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'

type Card = NonNullable<SavedPayment['card']>

/** The mask with never more than four digits, whatever a provider sent: "•••• 4242". */
export function formatMask(mask: string | null): string {
  const digits = (mask ?? '').replace(/\D/gu, '').slice(-4)
  return digits === '' ? '' : `•••• ${digits}`
}

/** A text from a provider, with anything as long as a card number cut down to its last four digits. */
export const maskCardNumbers = (text: string) => text.replaceAll(/\d(?:[ -]?\d){12,18}/gu, formatMask)

/** Brand and mask: "Visa •••• 4242"; an unknown brand as it is. */
export function formatCard({ brand, mask }: Pick<Card, 'brand' | 'mask'>): string {
  return [brand === null ? '' : codeLabel('cardBrand', brand), formatMask(mask)].filter(Boolean).join(' ')
}

/** Month and year of the expiry, numeric: "09/2027"; empty when there is none. */
export function formatExpiry(
  { expiryMonth, expiryYear }: Pick<Card, 'expiryMonth' | 'expiryYear'>,
  locale = displayLocale(),
): string {
  if (expiryMonth === null || expiryYear === null) return ''
  const year = expiryYear < 100 ? 2000 + expiryYear : expiryYear
  return new Intl.DateTimeFormat(locale, { month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, expiryMonth - 1),
  )
}
