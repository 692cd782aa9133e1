import { describe, expect, it } from 'vitest'
import { formatDigits, parseNumber } from '#/shared/format/parse-number.ts'

describe('parseNumber', () => {
  it.each([
    ['3.5', 'en', '3.5'],
    ['3,5', 'en', '3.5'],
    ['3,5', 'de', '3.5'],
    ['1,234', 'en', '1234'],
    ['1,234', 'de', '1.234'],
    ['1.234', 'de', '1234'],
    ['1.234', 'en', '1.234'],
    ['0,125', 'en', '0.125'],
    ['1.234.567,89', 'en', '1234567.89'],
    ['1,234,567.89', 'de', '1234567.89'],
    ['1 234 567,5', 'fr', '1234567.5'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['−12', 'en', '-12'],
    ['+7', 'en', '7'],
    ['.5', 'en', '0.5'],
    ['-,5', 'de', '-0.5'],
    ['007', 'en', '7'],
    ['9007199254740993123', 'en', '9007199254740993123'],
    ['9,007,199,254,740,993,123', 'en', '9007199254740993123'],
  ])('reads %s in %s as %s', (typed, locale, number) => {
    expect(parseNumber(typed, locale)).toBe(number)
  })

  it.each(['', 'a lot', '1.2.3', '12,34,5', '1e5', '--1', '.', '1,2.3,4'])('does not read %j', (typed) => {
    expect(parseNumber(typed, 'en')).toBeUndefined()
  })
})

describe('formatDigits', () => {
  it('keeps every digit', () => {
    expect(formatDigits('9007199254740993123', 'en')).toBe('9,007,199,254,740,993,123')
    expect(formatDigits('-1234.50', 'de')).toBe('-1.234,50')
    expect(formatDigits('-0.5', 'en')).toBe('-0.5')
  })
})
