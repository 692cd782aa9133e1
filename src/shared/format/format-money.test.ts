import { expect, it } from 'vitest'
import { formatMoney } from '#/shared/format/format-money.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

it.each([
  [{ amountMinor: 123450, currency: 'CAD' }, 'CAD 1,234.50'],
  [{ amountMinor: 0, currency: 'EUR' }, 'EUR 0.00'],
  [{ amountMinor: 5, currency: 'EUR' }, 'EUR 0.05'],
  [{ amountMinor: 1234, currency: 'JPY' }, 'JPY 1,234'],
  [{ amountMinor: 1234, currency: 'KWD' }, 'KWD 1.234'],
  [{ amountMinor: -1999, currency: 'CAD' }, '-CAD 19.99'],
  [{ amountMinor: -5, currency: 'KWD' }, '-KWD 0.005'],
])('shows %j as %s', (money, text) => {
  expect(plain(formatMoney(money, 'en'))).toBe(text)
})

it('keeps the cents of the largest amount that can be sent', () => {
  expect(plain(formatMoney({ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'en'))).toBe(
    'USD 90,071,992,547,409.91',
  )
})

it('follows the locale', () => {
  expect(plain(formatMoney({ amountMinor: 123450, currency: 'EUR' }, 'de'))).toBe('1.234,50 EUR')
})

it('shows nothing for no amount, and any code for a currency that nobody knows', () => {
  expect(formatMoney(null)).toBe('')
  expect(plain(formatMoney({ amountMinor: 100, currency: 'XQZ' }, 'en'))).toBe('XQZ 1.00')
  expect(formatMoney({ amountMinor: -100, currency: 'no' }, 'en')).toBe('no -1.00')
})
