import type { Faker } from '@faker-js/faker'
import type { AttributeValue } from '#/contract/attributes.ts'
import type { AccountType } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import type { CartSpec, SavedPaymentSpec } from '#mocks/seed/basket-rows.ts'
import { products } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { AddressSpec, CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { demoAround } from '#mocks/seed/demo-around.ts'
import { demoOrders } from '#mocks/seed/demo-orders.ts'
import { marketOf, type Market } from '#mocks/seed/markets.ts'
import { organizationRows } from '#mocks/seed/organizations.ts'
import { postalAddress } from '#mocks/seed/places.ts'
import { currencyOf } from '#mocks/seed/scopes.ts'
import { storeLocationRows } from '#mocks/seed/store-locations.ts'

type Person = CustomerSpec['customer']

const digits = (faker: Faker, pattern: string) => pattern.replace(/#/g, () => String(faker.number.int(9)))
const chance = (faker: Faker, percent: number) => faker.number.int(99) < percent

function weighted<T>(faker: Faker, ...choices: readonly (readonly [percent: number, value: T])[]): T | undefined {
  let rest = faker.number.int(99)
  return choices.find(([percent]) => (rest -= percent) < 0)?.[1]
}

function emailOf(first: string, last: string, index: number): string {
  const [a, b] = [first, last].map((part) => foldText(part).replace(/[^a-z]+/g, ''))
  const local = [a, b].filter(Boolean).join('.') || 'kyaku'
  return `${local}${index}@${['post', 'mail', 'inbox'][index % 3]}.example`
}

function nameOf({ faker, country }: Market) {
  const sex = faker.person.sexType()
  const companyName = chance(faker, 12) ? faker.company.name() : null
  if (companyName && chance(faker, 40)) return { companyName }
  return {
    companyName,
    firstName: faker.person.firstName(sex),
    middleName: country === 'US' && chance(faker, 20) ? faker.person.middleName(sex) : null,
    lastName: faker.person.lastName(sex),
    salutation: weighted(faker, [60, sex === 'female' ? 'mrs' : 'mr'], [3, 'diverse']) ?? null,
    title: chance(faker, 3) ? 'Dr.' : null,
  }
}

function contactOf(market: Market) {
  const { faker } = market
  const landline = () => digits(faker, faker.helpers.arrayElement(market.phones))
  const workPhone = chance(faker, 25) ? landline() : null
  return {
    phone: chance(faker, 75) ? landline() : null,
    mobile: chance(faker, 55) ? digits(faker, market.mobile) : null,
    workPhone,
    workPhoneExt: workPhone && chance(faker, 50) ? String(faker.number.int({ min: 1, max: 9999 })) : null,
    fax: chance(faker, 4) ? landline() : null,
  }
}

function standingOf(faker: Faker): Pick<Person, 'status' | 'tier' | 'accessBlocked' | 'processingBlocked'> {
  return {
    status: weighted(faker, [6, 'inactive'], [4, 'blocked'], [3, 'requiresApproval']) ?? 'active',
    tier: chance(faker, 8) ? 'vip' : 'standard',
    accessBlocked: chance(faker, 2),
    processingBlocked: chance(faker, 3),
  }
}

function accountOf({ faker, languages }: Market, email: string | null): Partial<Person> {
  const accountType = email
    ? (weighted<AccountType>(faker, [8, 'guest'], [6, 'unregistered']) ?? 'registered')
    : 'unregistered'
  const registered = faker.number.int({ min: 3, max: 2600 })
  const signsIn = accountType === 'registered' && chance(faker, 90)
  const lastLogin = faker.number.int(Math.min(registered, 400))
  return {
    accountType,
    preferredLanguage: chance(faker, 94) ? faker.helpers.arrayElement(languages) : null,
    registeredAt: accountType === 'guest' ? null : daysAgo(registered, faker.number.int(1439)),
    registrationSource: weighted(faker, [70, 'web'], [15, 'app'], [10, 'store']) ?? 'callCentre',
    lastLoginAt: signsIn ? daysAgo(lastLogin, faker.number.int({ min: 1, max: 1000 })) : null,
    lastActivityAt: signsIn ? daysAgo(lastLogin) : null,
    lastPasswordChangeAt: signsIn && chance(faker, 40) ? daysAgo(faker.number.int(registered)) : null,
    birthday: chance(faker, 45) ? daysAgo(faker.number.int({ min: 7000, max: 30_000 })).slice(0, 10) : null,
    referralCode: chance(faker, 30) ? faker.string.alpha({ length: 6, casing: 'upper' }) : null,
    isRecurringBuyer: chance(faker, 7),
    marketingConsents: chance(faker, 60)
      ? [{ channel: 'email', granted: chance(faker, 70), at: daysAgo(faker.number.int(registered)) }]
      : [],
  }
}

function addressesOf(market: Market): AddressSpec[] {
  const { faker } = market
  const count = weighted(faker, [60, 1], [18, 2], [8, 3], [4, 5]) ?? 0
  return Array.from({ length: count }, (_, index) => {
    const [city, regionCode, postalCode] = faker.helpers.arrayElement(market.towns)
    const street = market.streets ? faker.helpers.arrayElement(market.streets) : faker.location.street()
    const house = faker.number.int({ min: 1, max: 240 })
    const line1 = ['DE', 'SE', 'JP'].includes(market.country) ? `${street} ${house}` : `${house} ${street}`
    return {
      ...postalAddress(market.country, line1, city, regionCode, digits(faker, postalCode)),
      name: ['Home', 'Work', 'Parents', 'Summer house', 'Neighbour'][index] ?? null,
      isPreferredBilling: index === 0,
      isPreferredShipping: index === (count > 1 && chance(faker, 40) ? 1 : 0) && index < 2,
    }
  }).map((address, index, all) =>
    /* both flags may fall on nobody or on one of the first two, never on two addresses */
    Object.assign(address, { isPreferredShipping: index === all.findIndex((other) => other.isPreferredShipping) }),
  )
}

function savedPaymentsOf(faker: Faker): SavedPaymentSpec[] {
  const count = weighted(faker, [25, 1], [8, 2], [4, 3]) ?? 0
  return Array.from({ length: count }, (_, index): SavedPaymentSpec => {
    const addedAt = daysAgo(faker.number.int(900))
    if (chance(faker, 20)) return { kind: 'paypal', provider: 'paypal', addedAt }
    const month = String(faker.number.int({ min: 1, max: 12 })).padStart(2, '0')
    return {
      last4: digits(faker, '####'),
      brand: faker.helpers.arrayElement(['visa', 'mastercard', 'amex']),
      expiry: `${month}/${faker.number.int({ min: 2024, max: 2031 })}`,
      isDefault: index === 0,
      enabled: !chance(faker, 5),
      addedAt,
    }
  })
}

function cartsOf(faker: Faker, scopeId: string): CartSpec[] {
  if (!chance(faker, 14)) return []
  const lines = faker.helpers
    .arrayElements(products, { min: 1, max: 4 })
    .map((product) => ({ product, quantity: product.byWeight ? 0.75 : faker.number.int({ min: 1, max: 5 }) }))
  const wishes = chance(faker, 25)
  return [
    {
      name: wishes ? 'WishList' : 'Default',
      type: wishes ? 'wishlist' : 'shopping',
      daysAgo: faker.number.int(60),
      scopeId,
      lines,
      ...(wishes ? {} : { expiresIn: faker.number.int({ min: -20, max: 30 }) }),
    },
  ]
}

function attributesOf(faker: Faker): Record<string, AttributeValue> {
  if (!chance(faker, 40)) return {}
  return {
    loyaltyTier: faker.helpers.arrayElement(['bronze', 'silver', 'gold']),
    loyaltyPoints: faker.number.int(20_000),
    taxExempt: chance(faker, 5),
    favouriteRoasts: faker.helpers.arrayElements(['light', 'medium', 'dark'], { min: 1, max: 2 }),
  }
}

/** Stores of a generated customer, and which one is preferred. */
function storesOf(faker: Faker): Pick<CustomerSpec, 'stores'> & { preferredStoreId: string | null } {
  if (!chance(faker, 25)) return { preferredStoreId: null }
  const stores = faker.helpers.arrayElements(storeLocationRows, { min: 1, max: 3 }).map(({ id }) => ({
    id,
    orderCount: faker.number.int(30),
    lastUsedAt: daysAgo(faker.number.int(500)),
  }))
  return { stores, preferredStoreId: chance(faker, 70) ? (stores[0]?.id ?? null) : null }
}

/** The n-th generated customer: always the same, whatever was generated before. */
export function demoCustomer(index: number): CustomerSpec {
  const market = marketOf(index)
  const { faker } = market
  faker.seed(20_261_116 + index)
  const id = `c${String(index).padStart(5, '0')}`
  const name = nameOf(market)
  const email = chance(faker, 92) ? emailOf(name.firstName ?? name.companyName ?? '', name.lastName ?? '', index) : null
  const { stores, preferredStoreId } = storesOf(faker)
  const addresses = addressesOf(market)
  const scopeId = market.scopeIds[0] ?? 'global'
  return {
    customer: {
      id,
      customerNumber: `C-${200_000 + index}`,
      ...name,
      email,
      ...contactOf(market),
      ...standingOf(faker),
      ...accountOf(market, email),
      scopeIds: [...market.scopeIds],
      preferredStoreId,
    },
    addresses,
    attributes: attributesOf(faker),
    savedPayments: savedPaymentsOf(faker),
    carts: cartsOf(faker, scopeId),
    ...(stores ? { stores } : {}),
    ...(name.companyName && chance(faker, 60)
      ? {
          organizations: [
            { id: faker.helpers.arrayElement(organizationRows).id, memberSince: daysAgo(faker.number.int(900)) },
          ],
        }
      : {}),
    orders: demoOrders(faker, { index, customerId: id, scopeId, address: addresses[0] }),
    around: demoAround(faker, currencyOf(scopeId)),
  }
}
