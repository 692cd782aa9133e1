import { describe, expect, it } from 'vitest'
import type { PostalAddress } from '#/contract/addresses.ts'
import { addressTitle, simpleAddressLines } from '#/shared/format/address-lines.ts'
import { formatAddress } from '#/shared/format/format-address.ts'

const anAddress = (over: Partial<PostalAddress>): PostalAddress => ({
  firstName: 'Ada',
  lastName: 'Park',
  companyName: null,
  line1: '12 Main Street',
  line2: null,
  postbox: null,
  city: null,
  regionCode: null,
  countryCode: null,
  postalCode: null,
  ...over,
})

describe('formatAddress', () => {
  it.each([
    ['CA', { city: 'Montréal', regionCode: 'CA-QC', postalCode: 'H2X 1Y4' }, ['Montréal, QC H2X 1Y4', 'Canada']],
    ['US', { city: 'New York', regionCode: 'US-NY', postalCode: '10001' }, ['New York, NY 10001', 'United States']],
    ['DE', { city: 'Berlin', regionCode: 'DE-BE', postalCode: '10115' }, ['10115 Berlin', 'Germany']],
    ['GB', { city: 'London', regionCode: 'GB-LND', postalCode: 'SW1A 1AA' }, ['London', 'SW1A 1AA', 'United Kingdom']],
    ['BR', { city: 'São Paulo', postalCode: '01000-000' }, ['São Paulo', '01000-000', 'Brazil']],
    ['IE', { city: 'Dublin' }, ['Dublin', 'Ireland']],
  ])('writes an address of %s in its order', (countryCode, place, lines) => {
    expect(formatAddress(anAddress({ countryCode, ...place }), 'en')).toEqual(['Ada Park', '12 Main Street', ...lines])
  })

  it('keeps company, addition and post box on lines of their own', () => {
    const address = anAddress({
      companyName: 'Park & Söhne',
      line2: 'Hinterhaus',
      postbox: 'PO 7',
      city: 'Wien',
      postalCode: '1010',
      countryCode: 'AT',
    })
    expect(formatAddress(address, 'en')).toEqual([
      'Ada Park',
      'Park & Söhne',
      '12 Main Street',
      'Hinterhaus',
      'PO 7',
      '1010 Wien',
      'Austria',
    ])
  })

  it.each(['AE', 'CN', 'ES', 'FR', 'HK', 'HU', 'IN', 'IT', 'JP', 'KR', 'MX', 'NL', 'SE', 'SG', 'XK', 'ZA'])(
    'loses nothing of an address of %s',
    (countryCode) => {
      const address = anAddress({
        companyName: 'Co',
        line2: 'Floor 3',
        city: 'Springfield',
        postalCode: '12345',
        countryCode,
      })
      const text = formatAddress(address, 'en').join('\n')
      for (const part of ['Ada Park', 'Co', '12 Main Street', 'Floor 3', 'Springfield', '12345'])
        expect(text).toContain(part)
    },
  )

  it('leaves out what is empty', () => {
    expect(formatAddress(anAddress({ firstName: ' ', lastName: null, line1: null, countryCode: 'CA' }), 'en')).toEqual([
      'Canada',
    ])
    expect(formatAddress(anAddress({ city: 'Nowhere' }), 'en')).toEqual(['Ada Park', '12 Main Street', 'Nowhere'])
  })
})

it('has a plain order until the rules are there', () => {
  const address = anAddress({ city: 'Montréal', regionCode: 'CA-QC', postalCode: 'H2X 1Y4', countryCode: 'CA' })
  expect(simpleAddressLines(address, 'en')).toEqual(['Ada Park', '12 Main Street', 'Montréal, QC, H2X 1Y4', 'Canada'])
})

it('names an address without a name by its first line', () => {
  expect(addressTitle(anAddress({}))).toBe('12 Main Street')
  expect(addressTitle(anAddress({ line1: null, city: 'Bern' }))).toBe('Bern')
})
