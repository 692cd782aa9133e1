import { expect, it } from 'vitest'
import { savedPaymentStatus } from '#server/api/saved-payment-status.ts'

const card = (expiryMonth: number | null, expiryYear: number | null) => ({
  brand: null,
  mask: null,
  holder: null,
  expiryMonth,
  expiryYear,
})
const statusAt = (now: string, month: number | null, year: number | null) =>
  savedPaymentStatus({ enabled: true, card: card(month, year) }, Date.parse(now))

it('is valid through the last day of its month', () => {
  expect(statusAt('2026-11-30T23:59:59.999Z', 11, 2026)).toBe('expiringSoon')
  expect(statusAt('2026-12-01T00:00:00.000Z', 11, 2026)).toBe('expired')
  expect(statusAt('2027-01-01T00:00:00.000Z', 12, 2026)).toBe('expired')
})

it('expires soon within sixty days', () => {
  expect(statusAt('2026-11-02T00:00:00.000Z', 12, 2026)).toBe('expiringSoon')
  expect(statusAt('2026-11-01T23:59:59.999Z', 12, 2026)).toBe('active')
})

it('knows years of two digits, and methods without a date', () => {
  expect(statusAt('2026-11-22T00:00:00.000Z', 1, 26)).toBe('expired')
  expect(statusAt('2026-11-22T00:00:00.000Z', null, null)).toBe('active')
  expect(savedPaymentStatus({ enabled: true, card: null }, 0)).toBe('active')
})

it('is disabled whatever its date', () => {
  expect(savedPaymentStatus({ enabled: false, card: card(1, 2020) }, Date.now())).toBe('disabled')
})
