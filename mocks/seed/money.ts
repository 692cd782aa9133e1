import type { Money } from '#/contract/common.ts'

/** Minor units of each currency for one US cent: rough rates, and JPY and KWD have 0 and 3 decimals. */
const rates: Record<string, number> = {
  USD: 1,
  CAD: 1.36,
  EUR: 0.92,
  GBP: 0.79,
  AUD: 1.52,
  JPY: 1.5,
  KWD: 3.07,
  SEK: 10.5,
}

/** A price in US cents as an amount of another currency. */
export function priced(usdCents: number, currency: string): Money {
  return { amountMinor: Math.round(usdCents * (rates[currency] ?? 1)), currency }
}

export const sumOf = (amounts: readonly Money[]) => amounts.reduce((sum, amount) => sum + amount.amountMinor, 0)
