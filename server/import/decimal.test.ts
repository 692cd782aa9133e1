import { describe, expect, it } from 'vitest'
import { parseDecimal, roundedTo, times } from '#server/import/decimal.ts'

const cents = (text: string) => {
  const amount = parseDecimal(text)
  return amount && roundedTo(2, amount)
}

describe('amounts', () => {
  it.each([
    ['23153.2339', 2_315_323],
    ['1.005', 101],
    ['2024.9950', 202_500],
    ['2024.9949', 202_499],
    ['0.0049', 0],
    ['-1.005', -101],
    ['-1.0049', -100],
    ['7', 700],
    ['7.', 700],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('rounds %s half up to %i cents', (text, expected) => {
    expect(cents(text)).toBe(expected)
  })

  it.each(['', 'abc', '1e5', '1,50', '--1', '.5'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  it('multiplies without losing a digit', () => {
    const price = { units: 20_249_945n, scale: 4 }
    expect(roundedTo(2, times(price, { units: 3n, scale: 0 }))).toBe(607_498)
    expect(roundedTo(0, times(price, { units: 98n, scale: 2 }))).toBe(1984)
  })
})
