import type { SavedPayment } from '#/contract/saved-payments.ts'

const soonMs = 60 * 24 * 60 * 60 * 1000

/** A card is valid through the last day of its month, in UTC; what has no such date does not expire. */
export function savedPaymentStatus(
  { enabled, card }: Pick<SavedPayment, 'enabled' | 'card'>,
  now: number,
): SavedPayment['status'] {
  if (!enabled) return 'disabled'
  if (!card || card.expiryMonth === null || card.expiryYear === null) return 'active'
  const year = card.expiryYear < 100 ? 2000 + card.expiryYear : card.expiryYear
  const endsAt = Date.UTC(year, card.expiryMonth)
  if (now >= endsAt) return 'expired'
  return endsAt - now <= soonMs ? 'expiringSoon' : 'active'
}
