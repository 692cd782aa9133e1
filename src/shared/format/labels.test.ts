import { describe, expect, it } from 'vitest'
import { codeLabel } from '#/shared/format/code-label.ts'
import { countryName, languageName } from '#/shared/format/country-name.ts'
import { customerLabel } from '#/shared/format/customer-label.ts'
import { formatCard, formatExpiry, formatMask, lastValidDay, maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatPhone } from '#/shared/format/format-phone.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'

describe('codeLabel', () => {
  it.each([
    ['customerStatus', 'requiresApproval', 'Requires approval'],
    ['orderStatus', 'InProgress', 'In progress'],
    ['orderStatus', 'in_progress', 'In progress'],
    ['role', 'customerService', 'Customer Service'],
    ['cardBrand', 'starfleet-credit', 'starfleet-credit'],
    ['cartType', 'constructor', 'constructor'],
  ] as const)('labels %s %s', (kind, code, label) => {
    expect(codeLabel(kind, code)).toBe(label)
  })
})

describe('cards', () => {
  it('shows brand and mask, whatever the mask looks like', () => {
    expect(formatCard({ brand: 'visa', mask: '•••• 4242' })).toBe('Visa •••• 4242')
    expect(formatCard({ brand: null, mask: 'xxxx-xxxx-xxxx-1111' })).toBe('•••• 1111')
    expect(formatCard({ brand: 'dankort', mask: null })).toBe('dankort')
  })

  it('never shows more than four digits', () => {
    expect(formatMask('4111111111111111')).toBe('•••• 1111')
    expect(maskCardNumbers('Card 4111 1111-1111 1111 of Ada')).toBe('Card •••• 1111 of Ada')
    expect(maskCardNumbers('+1 212 555 0110')).toBe('+1 212 555 0110')
    expect(formatCard({ brand: '4111111111111111', mask: null })).toBe('•••• 1111')
  })

  it.each([
    ['•••• 4242', '•••• 4242'],
    ['************4242', '•••• 4242'],
    ['411111XXXXXX4242', '•••• 4242'],
    ['xxxx-xxxx-xxxx-4242', '•••• 4242'],
    ['…42', '•••• 42'],
    ['４１１１ １１１１ １１１１ ４２４２', '•••• ４２４２'],
    ['no digits', ''],
    [null, ''],
  ])('reads the mask %s', (mask, shown) => expect(formatMask(mask)).toBe(shown))

  it.each(['4111.1111.1111.1111', '4111–1111–1111–1111', '4111  1111  1111  1111', '٤١١١١١١١١١١١١١١١', '4'.repeat(40)])(
    'cuts down %s',
    (text) => expect(maskCardNumbers(text).match(/\p{Nd}/gu)).toHaveLength(4),
  )

  it('knows the last day of the month of expiry', () => {
    expect(lastValidDay({ expiryMonth: 2, expiryYear: 2028 })).toBe('2028-02-29')
    expect(lastValidDay({ expiryMonth: 12, expiryYear: 26 })).toBe('2026-12-31')
    expect(lastValidDay({ expiryMonth: null, expiryYear: 2028 })).toBeUndefined()
  })

  it('shows the expiry with its century', () => {
    expect(formatExpiry({ expiryMonth: 9, expiryYear: 2027 }, 'en')).toBe('09/2027')
    expect(formatExpiry({ expiryMonth: 1, expiryYear: 27 }, 'en')).toBe('01/2027')
    expect(formatExpiry({ expiryMonth: null, expiryYear: 2027 })).toBe('')
  })
})

describe('formatPhone', () => {
  it.each([
    ['+15145550123', null, '+1 514 555 0123'],
    ['+15145550100', '22', '+1 514 555 0100 ext. 22'],
    ['+493012345678', '', '+49 30 12345678'],
    ['555 0123', '7', '555 0123 ext. 7'],
    ['call the office', null, 'call the office'],
    ['+1', null, '+1'],
  ])('shows %s with %j as %s', (number, extension, text) => {
    expect(formatPhone(number, extension)).toBe(text)
  })
})

it('names countries and languages, and shows what is none', () => {
  expect(countryName('CA', 'en')).toBe('Canada')
  expect(countryName('XQ', 'en')).toBe('XQ')
  expect(countryName('Canada', 'en')).toBe('Canada')
  expect(languageName('fr-CA', 'en')).toBe('Canadian French')
})

it('shows weights with their decimals and counts without', () => {
  expect(formatQuantity(3, 'en')).toBe('3')
  expect(formatQuantity(1.25, 'en')).toBe('1.25')
})

it('labels a customer by name and number, and by the number alone when there is no name', () => {
  expect(customerLabel('Ada Park', 'C-1')).toBe('Ada Park, C-1')
  expect(customerLabel('C-1', 'C-1')).toBe('C-1')
})
