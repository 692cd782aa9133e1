import type { Faker } from '@faker-js/faker'
import { marketOf, type Market } from '#mocks/seed/markets.ts'
import { organizationRows } from '#mocks/seed/organizations.ts'
import { storeLocationRows } from '#mocks/seed/store-locations.ts'
import { foldText } from '#/contract/fold-text.ts'
import type { OrganizationRow, StoreLocationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

export interface Town {
  city: string
  regionCode: string | null
  /** `#` stands for a digit. */
  postalCode: string
}

/** What customers of one market are made of. */
export interface Pool {
  market: Market
  firstNames: readonly string[]
  lastNames: readonly string[]
  companies: readonly string[]
  streets: readonly string[]
  towns: readonly Town[]
}

const pools = new Map<Market, Pool>()

function several(faker: Faker, count: number, make: () => string): string[] {
  faker.seed(count)
  return [...new Set(Array.from({ length: count }, make))]
}

function newPool(market: Market): Pool {
  const { faker } = market
  const known = market.towns.map(([city, regionCode, postalCode]) => ({ city, regionCode, postalCode }))
  const others = several(faker, 400, () => faker.location.city()).map((city, index): Town => {
    const model = known[index % known.length]
    return {
      city,
      regionCode: model?.regionCode ?? null,
      postalCode: model?.postalCode.replaceAll(/\d/g, '#') ?? '#####',
    }
  })
  return {
    market,
    firstNames: several(faker, 2000, () => faker.person.firstName()),
    lastNames: several(faker, 3000, () => faker.person.lastName()),
    companies: several(faker, 8000, () => faker.company.name()),
    streets: several(faker, 2000, () => faker.location.street()),
    towns: [...known, ...others],
  }
}

export function poolOf(index: number): Pool {
  const market = marketOf(index)
  const pool = pools.get(market) ?? newPool(market)
  pools.set(market, pool)
  return pool
}

/** A model from the seed under a name of its own. */
function renamed<T extends OrganizationRow | StoreLocationRow>(
  model: T | undefined,
  id: string,
  number: string,
  name: string,
): T {
  if (!model) throw new Error('the seed has no model')
  return { ...model, id, number, name, nameSort: foldText(name), searchText: searchTextOf([name, number]) }
}

export const organizations: readonly OrganizationRow[] = Array.from({ length: 20_000 }, (_, index) => {
  const { companies } = poolOf(index)
  return renamed(
    organizationRows[0],
    `org${index}`,
    `B-${100_000 + index}`,
    `${companies[index % companies.length]} ${index}`,
  )
})

export const storeLocations: readonly StoreLocationRow[] = Array.from({ length: 300 }, (_, index) => {
  const { towns } = poolOf(index)
  return renamed(
    storeLocationRows[0],
    `shop${index}`,
    `S${10_000 + index}`,
    `${towns[index % towns.length]?.city ?? ''} ${index}`,
  )
})
