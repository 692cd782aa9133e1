import type { Faker } from '@faker-js/faker'
import { faker as german } from '@faker-js/faker/locale/de'
import { faker as english } from '@faker-js/faker/locale/en'
import { faker as french } from '@faker-js/faker/locale/fr'
import { faker as japanese } from '@faker-js/faker/locale/ja'
import { faker as swedish } from '@faker-js/faker/locale/sv'

/** Town, region (ISO 3166-2) and postal code, in which `#` stands for a digit. */
type Town = readonly [city: string, regionCode: string | null, postalCode: string]

/** Where customers live, how they are called and what their phone numbers look like. */
export interface Market {
  country: string
  scopeIds: readonly string[]
  languages: readonly string[]
  weight: number
  faker: Faker
  towns: readonly Town[]
  streets?: readonly string[]
  /** Numbers set aside for films and books where the country has such; `#` stands for a digit. */
  phones: readonly string[]
  mobile: string
}

const markets: readonly Market[] = [
  {
    country: 'US',
    scopeIds: ['us'],
    languages: ['en-US', 'en-US', 'en-US', 'es-US'],
    weight: 30,
    faker: english,
    towns: [
      ['New York', 'US-NY', '100##'],
      ['Chicago', 'US-IL', '606##'],
      ['Seattle', 'US-WA', '981##'],
      ['Austin', 'US-TX', '787##'],
      ['Portland', 'US-OR', '972##'],
      ['Miami', 'US-FL', '331##'],
    ],
    phones: ['+121255501##', '+131255501##', '+120655501##', '+151255501##', '+150355501##', '+130555501##'],
    mobile: '+164655501##',
  },
  {
    country: 'CA',
    scopeIds: ['ca'],
    languages: ['en-CA', 'fr-CA'],
    weight: 12,
    faker: french,
    towns: [
      ['Montréal', 'CA-QC', 'H2X #J#'],
      ['Québec', 'CA-QC', 'G1R #T#'],
      ['Toronto', 'CA-ON', 'M5V #T#'],
      ['Vancouver', 'CA-BC', 'V6B #K#'],
    ],
    phones: ['+151455501##', '+141655501##', '+160455501##'],
    mobile: '+143855501##',
  },
  {
    country: 'DE',
    scopeIds: ['de'],
    languages: ['de-DE', 'de-DE', 'en-GB'],
    weight: 18,
    faker: german,
    towns: [
      ['Berlin', 'DE-BE', '10###'],
      ['Hamburg', 'DE-HH', '20###'],
      ['München', 'DE-BY', '80###'],
      ['Köln', 'DE-NW', '50###'],
      ['Lüneburg', 'DE-NI', '213##'],
    ],
    phones: ['+493023125###'],
    mobile: '+491713920###',
  },
  {
    country: 'FR',
    scopeIds: ['fr'],
    languages: ['fr-FR'],
    weight: 12,
    faker: french,
    towns: [
      ['Paris', 'FR-IDF', '7500#'],
      ['Lyon', 'FR-ARA', '6900#'],
      ['Besançon', 'FR-BFC', '25000'],
      ['Nîmes', 'FR-OCC', '30000'],
    ],
    phones: ['+3319900####'],
    mobile: '+3363998####',
  },
  {
    country: 'GB',
    scopeIds: ['uk'],
    languages: ['en-GB'],
    weight: 12,
    faker: english,
    towns: [
      ['London', null, 'SW1A #AA'],
      ['Leeds', null, 'LS# #AB'],
      ['Edinburgh', null, 'EH# #YZ'],
      ['Cardiff', null, 'CF1# #DX'],
    ],
    phones: ['+442079460###'],
    mobile: '+447700900###',
  },
  {
    country: 'SE',
    scopeIds: ['se'],
    languages: ['sv-SE', 'en-GB'],
    weight: 5,
    faker: swedish,
    towns: [
      ['Stockholm', 'SE-AB', '11# ##'],
      ['Göteborg', 'SE-O', '41# ##'],
      ['Umeå', 'SE-AC', '90# ##'],
    ],
    streets: ['Sveavägen', 'Storgatan', 'Drottninggatan', 'Kyrkogatan', 'Skeppsbron'],
    phones: ['+46846500###'],
    mobile: '+467017406##',
  },
  {
    country: 'JP',
    scopeIds: ['jp'],
    languages: ['ja-JP', 'en-US'],
    weight: 6,
    faker: japanese,
    towns: [
      ['渋谷区', 'JP-13', '150-00##'],
      ['大阪市', 'JP-27', '530-00##'],
      ['札幌市', 'JP-01', '060-00##'],
    ],
    streets: ['神南', '道玄坂', '梅田', '大通西'],
    phones: ['+8135550####'],
    mobile: '+81905550####',
  },
  {
    country: 'AU',
    scopeIds: ['au'],
    languages: ['en-AU'],
    weight: 5,
    faker: english,
    towns: [
      ['Sydney', 'AU-NSW', '20##'],
      ['Melbourne', 'AU-VIC', '30##'],
      ['Hobart', 'AU-TAS', '70##'],
    ],
    phones: ['+6125550####'],
    mobile: '+61491570###',
  },
]

const totalWeight = markets.reduce((sum, market) => sum + market.weight, 0)

/** The market of a generated customer; neighbours live in different ones, and the shares follow the weights. */
export function marketOf(index: number): Market {
  let rest = (index * 37) % totalWeight
  for (const market of markets) {
    rest -= market.weight
    if (rest < 0) return market
  }
  throw new Error('weights of the markets do not add up')
}
