import { describe, expect, it } from 'vitest'
import { isPostalCodeOf, isRegionOf, placeRules, regionName, regionsOf } from '#/contract/place-rules.ts'

describe('what addresses of a country consist of', () => {
  it.each([
    ['US', 'required', 'required', ['city', 'regionCode', 'postalCode']],
    ['DE', 'optional', 'required', ['postalCode', 'city', 'regionCode']],
    ['IE', 'optional', 'optional', ['city', 'regionCode', 'postalCode']],
    ['HK', 'none', 'none', ['city', 'regionCode', 'postalCode']],
    ['XK', 'none', 'optional', ['postalCode', 'city', 'regionCode']],
    ['QQ', 'none', 'optional', ['city', 'regionCode', 'postalCode']],
  ])('of %s', (countryCode, regionCode, postalCode, order) => {
    expect(placeRules(countryCode)).toEqual({ regionCode, postalCode, order })
  })
})

it.each([
  ['US', ['10001', '10001-1234', ' 10001 '], ['1000', 'ABCDE', '10001-12']],
  ['CA', ['H2X 1Y4', 'h2x1y4'], ['12345', 'D2X 1Y4']],
  ['GB', ['SW1A 1AA', 'nw1 6xe'], ['12345']],
  ['JP', ['100-0005', '1000005'], ['100']],
  ['DE', ['01067'], ['1067', 'D-01067']],
  ['HK', ['999077'], []],
  ['QQ', ['whatever'], []],
])('knows postal codes of %s', (countryCode, right, wrong) => {
  expect(right.filter((text) => !isPostalCodeOf(countryCode, text))).toEqual([])
  expect(wrong.filter((text) => isPostalCodeOf(countryCode, text))).toEqual([])
})

it('lists the regions of a country by name', () => {
  expect(regionsOf('CA').map(({ code }) => code)).toHaveLength(13)
  expect(regionsOf('CA')[0]).toEqual({ code: 'CA-AB', name: 'Alberta' })
  expect(regionsOf('US').map(({ code }) => code)).toEqual(expect.arrayContaining(['US-NY', 'US-PR', 'US-AE']))
  expect(regionsOf('HK')).toEqual([])
})

it('takes a region for one of its country only', () => {
  expect(isRegionOf('CA', 'CA-QC')).toBe(true)
  expect(isRegionOf('CA', 'QC')).toBe(false)
  expect(isRegionOf('CA', 'CA-ZZ')).toBe(false)
  expect(isRegionOf('CA', 'US-NY')).toBe(false)
  expect(isRegionOf('HK', 'HK-KK')).toBe(true)
})

it('names a region with and without its country, and no unknown one', () => {
  expect(regionName('CA-QC', 'CA')).toBe('Quebec')
  expect(regionName('QC', 'CA')).toBe('Quebec')
  expect(regionName('CA-QC', null)).toBe('Quebec')
  expect(regionName('QC', null)).toBeUndefined()
  expect(regionName('CA-ZZ', 'CA')).toBeUndefined()
})
