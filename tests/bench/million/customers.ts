import type { AccountType } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import { products } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { customerRows, type AddressSpec, type CustomerSpec } from '#mocks/seed/customer-rows.ts'
import type { OrderSpec } from '#mocks/seed/order-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'
import type { SeedRows } from '#mocks/seed/seed-rows.ts'
import { diceFrom, type Dice } from '#tests/bench/million/dice.ts'
import { organizations, poolOf, storeLocations, type Pool } from '#tests/bench/million/pools.ts'

type Person = CustomerSpec['customer']

const digits = (dice: Dice, pattern: string) => pattern.replaceAll('#', () => String(dice.whole(10)))
const plain = (text: string) => foldText(text).replaceAll(/[^a-z]+/g, '')

/** Unlike those of the demo data, numbers that hardly anybody shares: the last seven digits are free. */
const phone = (dice: Dice, pattern: string) => digits(dice, `${pattern.slice(0, -7).replaceAll('#', '5')}#######`)

function nameOf(dice: Dice, pool: Pool): Partial<Person> {
  const companyName = dice.percent(12) ? dice.pick(pool.companies) : null
  if (companyName !== null && dice.percent(40)) return { companyName }
  return {
    companyName,
    firstName: dice.common(pool.firstNames),
    middleName: dice.percent(8) ? dice.common(pool.firstNames) : null,
    lastName: dice.common(pool.lastNames),
  }
}

function emailOf(dice: Dice, { firstName, lastName, companyName }: Partial<Person>, index: number): string | null {
  if (dice.percent(8)) return null
  const local = [firstName ?? companyName ?? '', lastName ?? ''].map(plain).filter(Boolean).join('.') || 'kyaku'
  return `${local}${index}@${dice.common(['post', 'mail', 'inbox', 'example'])}.example`
}

function accountOf(dice: Dice, email: string | null): Partial<Person> {
  const roll = dice.whole(100)
  const accountType: AccountType = email === null || roll < 6 ? 'unregistered' : roll < 14 ? 'guest' : 'registered'
  const registered = 3 + dice.whole(2600)
  const signsIn = accountType === 'registered' && dice.percent(90)
  const lastLogin = dice.whole(Math.min(registered, 400))
  const standing = dice.whole(100)
  return {
    accountType,
    status: standing < 6 ? 'inactive' : standing < 10 ? 'blocked' : standing < 13 ? 'requiresApproval' : 'active',
    tier: dice.percent(8) ? 'vip' : 'standard',
    registeredAt: accountType === 'guest' ? null : daysAgo(registered, dice.whole(1440)),
    lastLoginAt: signsIn ? daysAgo(lastLogin, dice.whole(1440)) : null,
    lastActivityAt: signsIn ? daysAgo(lastLogin) : null,
    openCaseCount: dice.percent(2) ? 1 + dice.whole(3) : 0,
  }
}

function addressesOf(dice: Dice, { market, streets, towns }: Pool): AddressSpec[] {
  const roll = dice.whole(100)
  const count = roll < 70 ? 1 : roll < 88 ? 2 : roll < 95 ? 3 : 0
  return Array.from({ length: count }, (_, index) => {
    const { city, regionCode, postalCode } = dice.common(towns, 2.5)
    const line1 = `${1 + dice.whole(240)} ${dice.pick(streets)}`
    return {
      ...postalAddress(market.country, line1, city, regionCode, digits(dice, postalCode)),
      name: ['Home', 'Work', 'Parents'][index] ?? null,
      isPreferredBilling: index === 0,
      isPreferredShipping: index === 0,
    }
  })
}

const codes = ['Completed', 'Completed', 'Completed', 'Completed', 'Shipped', 'Canceled', 'InProgress', 'New', 'OnHold']

function ordersOf(dice: Dice, index: number, scopeId: string): OrderSpec[] {
  const count = Math.floor(dice.roll() ** 3 * 6)
  let age = dice.roll() * 200
  return Array.from({ length: count }, (_, place): OrderSpec => {
    const code = dice.pick(codes)
    const product = dice.pick(products)
    const placed = age
    age += 2 + dice.roll() * 300
    return {
      number: `M-${10_000_000 + index * 10 + place}`,
      daysAgo: placed,
      scopeId,
      code,
      lines: [{ product, quantity: 1 + dice.whole(3) }],
      needsAttention: code === 'OnHold',
      ...(dice.percent(1) ? { totalMinor: null } : {}),
    }
  })
}

function storesOf(dice: Dice): Pick<CustomerSpec, 'stores'> & { preferredStoreId: string | null } {
  if (!dice.percent(20)) return { preferredStoreId: null }
  const { id } = dice.common(storeLocations, 2.5)
  return {
    stores: [{ id, orderCount: dice.whole(30), lastUsedAt: daysAgo(dice.whole(500)) }],
    preferredStoreId: dice.percent(70) ? id : null,
  }
}

/** Below it are the numbers of the demo customers, who have emails made alike. */
export const firstIndex = 10_001

/** The n-th customer with all rows, always the same; what follows from other fields is derived as the product does. */
export function millionCustomer(index: number): SeedRows {
  const dice = diceFrom(index)
  const pool = poolOf(index)
  const { market } = pool
  const name = nameOf(dice, pool)
  const email = emailOf(dice, name, index)
  const { stores, preferredStoreId } = storesOf(dice)
  const rows = customerRows({
    customer: {
      id: `m${index}`,
      customerNumber: `C-${2_000_000 + index}`,
      ...name,
      email,
      phone: dice.percent(75) ? phone(dice, dice.pick(market.phones)) : null,
      mobile: dice.percent(55) ? phone(dice, market.mobile) : null,
      preferredLanguage: dice.percent(94) ? dice.pick(market.languages) : null,
      ...accountOf(dice, email),
      scopeIds: [...market.scopeIds],
      preferredStoreId,
    },
    addresses: addressesOf(dice, pool),
    attributes: dice.percent(40)
      ? { loyaltyTier: dice.pick(['bronze', 'silver', 'gold']), loyaltyPoints: dice.whole(20_000) }
      : {},
    ...(stores ? { stores } : {}),
    orders: ordersOf(dice, index, market.scopeIds[0] ?? 'global'),
  })
  if (name.companyName && dice.percent(60)) rows.memberships = [membershipOf(dice, `m${index}`)]
  return rows
}

function membershipOf(dice: Dice, customerId: string): NonNullable<SeedRows['memberships']>[number] {
  const { id, name, number } = dice.common(organizations, 2.5)
  return {
    id: `${customerId}.${id}`,
    customerId,
    organizationId: id,
    organizationName: name,
    organizationNumber: number,
    memberSince: daysAgo(dice.whole(900)),
  }
}
