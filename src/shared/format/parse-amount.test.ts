import { expect, it } from 'vitest'
import { parseAmount } from '#/shared/format/parse-amount.ts'

it.each([
  ['12', 'USD', 1200],
  ['12.5', 'USD', 1250],
  [' 1,234.56 ', 'USD', 123_456],
  ['-0.01', 'USD', -1],
  ['7154', 'JPY', 7154],
  ['6.288', 'KWD', 6288],
  ['0', 'KWD', 0],
])('reads %s %s', (text, currency, minor) => {
  expect(parseAmount(text, currency, 'en')).toBe(minor)
})

it.each([
  ['', 'USD'],
  ['a lot', 'USD'],
  ['1.234', 'USD'],
  ['7.5', 'JPY'],
  ['1,23', 'USD'],
  ['1.2.3', 'USD'],
  ['99999999999999999', 'USD'],
])('refuses %s %s', (text, currency) => {
  expect(parseAmount(text, currency, 'en')).toBeUndefined()
})

it('reads amounts as the locale writes them', () => {
  expect(parseAmount('1.234,56', 'EUR', 'de')).toBe(123_456)
  expect(parseAmount('1 234,56', 'EUR', 'fr')).toBe(123_456)
})
