import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsCardNumber, holdsEvidentCardNumber, isCardNumber, withoutCardNumber } from '#/contract/card-number.ts'
import { cardNumber, cardSpellings } from '#tests/card-numbers.ts'

const anyCard = fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: cardSpellings.length - 1 }))

describe('texts with a card number', () => {
  it.each([
    '4111111111111111',
    'card 4111 1111 1111 1111, exp 12/27',
    '4111-1111-1111-1111',
    '3782 822463 10005',
    '12/27 4111.1111.1111.1111',
    '4111111111111111 12 27 123',
    '４１１１１１１１１１１１１１１１',
    '٤١١١ ١١١١ ١١١١ ١١١١',
    '4111 – 1111 – 1111 – 1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '4111\u200B1111\u00AD1111\u20601111',
    'Visa4111111111111111exp1227',
    '%B4111111111111111^PARK/ADA^2712101',
    '+4111111111111111',
  ])('finds the number in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(true)
  })

  it('finds those of all brands and lengths in all spellings, inside of sentences', () => {
    fc.assert(
      fc.property(anyCard, fc.string({ maxLength: 20 }), ([index, spelling], around) => {
        const words = around.replaceAll(/[\p{Nd}\p{No}\p{Cf}+A-Z]/gu, '')
        const spelled = cardSpellings[spelling]?.(cardNumber(index)) ?? ''
        expect(holdsCardNumber(`${words} x ${spelled} y ${words}`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('texts without a card number', () => {
  it.each([
    '',
    'call back at 5',
    '4111 1111 1111 1112',
    '411111111111',
    '0000000000000000',
    '9111111111111111112',
    '+1 514 555 0123',
    '+49 151 1234 5670',
    '20261122170811',
    '2026-11-22',
    '2026-11-22 17:08, 2026-11-30 18:09',
    'DE89 3704 0044 0532 0130 00',
    'GB29NWBK60161331926819',
    '41111111111111111227',
    '12.50, 13.99, 14.50, 15.00, 16.00',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    '52.51627368263',
  ])('finds none in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(false)
  })

  const digits = (least: number, most: number) =>
    fc.array(fc.nat({ max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''))

  it('takes every phone number with a country code', () => {
    fc.assert(
      fc.property(digits(7, 15), fc.constantFrom('', ' ', '-'), (number, separator) => {
        expect(holdsCardNumber(`call +${number.replaceAll(/(\d{3})(?=\d)/g, `$1${separator}`)} please`)).toBe(false)
      }),
    )
  })

  it('takes every IBAN', () => {
    fc.assert(
      fc.property(digits(18, 18), (account) => {
        const check = 98n - (BigInt(`${account}131400`) % 97n)
        const iban = `DE${String(check).padStart(2, '0')}${account}`
        expect(holdsCardNumber(`${iban} and ${iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}`)).toBe(false)
      }),
    )
  })

  it('takes numbers that no brand begins with, whatever their check digit', () => {
    fc.assert(
      fc.property(fc.constantFrom('0', '7', '9', '11', '20', '28', '31', '33'), digits(12, 17), (start, rest) => {
        expect(holdsCardNumber(start + rest)).toBe(false)
      }),
    )
  })
})

describe('numbers that are long by nature', () => {
  it.each(['4006381333931', '4915112345678', '4222222222222', '6304000000000000'.slice(0, 14)])('takes %s', (text) => {
    expect(holdsEvidentCardNumber(text)).toBe(false)
    expect(isCardNumber(text, 'sku')).toBe(false)
    expect(isCardNumber(Number(text), 'articleNumber')).toBe(false)
  })

  it.each(['4111111111111111', '378282246310005', '30569309025904', '6011111111111117'])('refuses %s', (text) => {
    expect(isCardNumber(text, 'externalId')).toBe(true)
    expect(isCardNumber(Number(text), 'amountMinor')).toBe(true)
  })

  it('looks at texts as strictly as ever', () => {
    expect(isCardNumber('4222222222222', 'notes')).toBe(true)
    expect(isCardNumber(4.111_111_111_111_111, 'ratio')).toBe(false)
    expect(isCardNumber(null, 'notes')).toBe(false)
  })
})

it('repeats no card number', () => {
  expect(withoutCardNumber('notes')).toBe('notes')
  expect(withoutCardNumber('4111-1111-1111-1111')).toBe('(card number)')
})
