import { expect, it } from 'vitest'
import { accountTypes, customerStatuses, tiers } from '#/contract/customers.ts'
import { attributeTypes } from '#/contract/metadata.ts'
import { orderKinds, orderStatusClasses } from '#/contract/order-codes.ts'
import { actorTypes } from '#/contract/common.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { demoRows } from '#mocks/seed/demo-seed.ts'
import { merged, type SeedRows } from '#mocks/seed/seed-rows.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'

const seed = merged([...demoRows()].map(({ collection, rows }): SeedRows => ({ [collection]: rows })))
const now = new Date(seedNow).toISOString()

function all<C extends CollectionName>(collection: C): Rows[C][] {
  return seed[collection] ?? []
}

const customers = all('customers')
const addresses = all('addresses')
const orders = all('orders')
const carts = all('carts')
const payments = all('savedPayments')
const stores = all('storeLocations')
const organizations = all('organizations')
const definitions = all('attributeDefinitions')

function countBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return counts
}

const ordersOf = countBy(orders, (row) => row.customerId)
const addressesOf = countBy(addresses, (row) => row.customerId)
const ownersWith = (counts: Map<string, number>, count: number) =>
  customers.filter((row) => (counts.get(row.id) ?? 0) === count).length
const somebody = (test: (row: Rows['customers']) => boolean) => customers.some(test)
const name = (row: Rows['customers']) => `${row.firstName ?? ''}${row.lastName ?? ''}`
const valuesOf = (attribute: string) =>
  all('customerAttributes').flatMap(({ values }) => {
    const value = values[attribute]
    return value === undefined || value === null ? [] : [value]
  })
const defined = new Set(definitions.map((row) => row.id))
const inactiveValues = new Set(
  all('lookups').flatMap((row) => row.values.filter((value) => !value.active).map(({ value }) => value)),
)
const details = new Map(all('orderDetails').map((row) => [row.id, row]))
const scopeIds = new Set(all('scopes').map((row) => row.id))
const linked = new Set(all('customerStores').map((row) => row.id))
const expiryOf = (row: Rows['savedPayments']) =>
  row.card?.expiryYear ? `${row.card.expiryYear}-${String(row.card.expiryMonth).padStart(2, '0')}` : ''

const cases: Record<string, boolean> = {
  'name without last name': somebody((row) => row.firstName !== null && row.lastName === null),
  'name of a single word': somebody((row) => row.firstName === null && row.lastName !== null),
  'very long name': somebody((row) => name(row).length > 90),
  'name from right to left': somebody((row) => /\p{Script=Arabic}/u.test(name(row))),
  'name in two directions': somebody((row) => /\p{Script=Hebrew}.*[A-Z]/u.test(name(row))),
  'name with combining marks': somebody((row) => /\p{M}{2}/u.test(name(row))),
  'name with emoji': somebody((row) => /\p{Emoji_Presentation}/u.test(name(row))),
  'name with apostrophe': somebody((row) => name(row).includes("'")),
  'name with blanks around it': somebody((row) => row.firstName !== row.firstName?.trim()),
  'name that looks like HTML': somebody((row) => name(row).includes('<img')),
  'two customers of one name': customers.filter((row) => name(row) === 'AdaPark').length === 2,
  'two customers of one email': countBy(customers, (row) => row.email ?? row.id).get('ada.park@mail.example') === 2,
  'company without person': somebody((row) => row.companyName !== null && name(row) === ''),
  'nothing but a number': somebody((row) => !name(row) && !row.companyName && !row.email && !row.phone),
  'no email and no phone': somebody((row) => row.email === null && row.phone === null && row.mobile === null),
  'every phone with its extension': somebody((row) => !!row.phoneExt && !!row.workPhoneExt && !!row.faxExt),
  'phone as free text': somebody((row) => /[a-z]{3}/.test(row.phone ?? '')),
  'never logged in': somebody((row) => row.accountType === 'registered' && row.lastLoginAt === null),
  'never registered': somebody((row) => row.registeredAt === null),
  'locked for a while': somebody((row) => row.lockedUntil !== null && row.lockedUntil > now),
  'lock that has passed': somebody((row) => row.lockedUntil !== null && row.lockedUntil < now),
  'access blocked': somebody((row) => row.accessBlocked),
  'processing blocked': somebody((row) => row.processingBlocked),
  'anonymised, with orders': somebody((row) => row.anonymizedAt !== null && (ordersOf.get(row.id) ?? 0) > 0),
  'every status': customerStatuses.every((status) => somebody((row) => row.status === status)),
  'every account type': accountTypes.every((type) => somebody((row) => row.accountType === type)),
  'every tier': tiers.every((tier) => somebody((row) => row.tier === tier)),
  'language that no scope has': somebody((row) => row.preferredLanguage === 'tlh'),
  'no language': somebody((row) => row.preferredLanguage === null),
  'PIN, referral code and display name': ['pin', 'referralCode', 'displayName'].every((field) =>
    somebody((row) => !!Reflect.get(row, field)),
  ),
  'consents given and refused': [true, false].every((given) =>
    somebody((row) => row.marketingConsents.some(({ granted }) => granted === given)),
  ),
  'came from an import': somebody((row) => row.sourceSystem !== null && row.externalId !== null),
  'status changed to and fro':
    all('activities').filter((row) => row.customerId === 'blocked' && row.kind === 'statusChanged').length === 3,
  'actors of every type': actorTypes.every((type) => all('activities').some((row) => row.actor.type === type)),

  'attribute definition of every type': attributeTypes.every((type) =>
    definitions.some((row) => row.dataType === type),
  ),
  'attribute value of every definition': definitions.every((row) => valuesOf(row.id).length > 0),
  'attributes with and without group': new Set(definitions.map((row) => row.groupId === null)).size === 2,
  'multilingual value': valuesOf('welcomeText').some((value) => typeof value === 'object' && 'en' in value),
  'multilingual value without English': valuesOf('welcomeText').some(
    (value) => typeof value === 'object' && !('en' in value),
  ),
  'inactive lookup value': valuesOf('loyaltyTier').some(
    (value) => typeof value === 'string' && inactiveValues.has(value),
  ),
  'unknown lookup value': valuesOf('favouriteRoasts').some(
    (value) => Array.isArray(value) && value.some((item) => item === 'burnt'),
  ),
  'value outside its limits': valuesOf('loyaltyPoints').some((value) => Number(value) < 0),
  'value of another type': valuesOf('cupsPerDay').some((value) => typeof value === 'string'),
  'integer beyond 2^53': valuesOf('ledgerId').some((value) => !Number.isSafeInteger(Number(value))),
  'date without time zone': valuesOf('memberSince').includes('2020-01-01'),
  'reference to somebody deleted': valuesOf('accountManager').some(
    (value) => typeof value === 'object' && 'id' in value && value.id === 'gone-forever',
  ),
  'lookup with 50 values chosen': all('customerAttributes').some(
    ({ values }) => Array.isArray(values['favouriteRoasts']) && values['favouriteRoasts'].length === 50,
  ),
  'value without definition': all('customerAttributes').some(({ values }) =>
    Object.keys(values).some((key) => !defined.has(key)),
  ),
  '200 attributes': all('customerAttributes').some(({ values }) => Object.keys(values).length === 200),
  'retired attribute': definitions.some((row) => row.retiredAt !== null),
  'inactive lookup': all('lookups').some((row) => !row.active),

  '0 addresses': ownersWith(addressesOf, 0) > 0,
  '1 address': ownersWith(addressesOf, 1) > 0,
  '50 addresses': ownersWith(addressesOf, 50) === 1,
  '1,000 addresses': ownersWith(addressesOf, 1000) === 1,
  'one address preferred for both': addresses.some((row) => row.isPreferredBilling && row.isPreferredShipping),
  'an address preferred for each': addresses.some((row) => row.isPreferredShipping && !row.isPreferredBilling),
  'address that was deleted': addresses.some((row) => row.deletedAt !== null),
  'address without name': addresses.some((row) => row.name === null),
  'countries with other line orders': ['US', 'GB', 'DE', 'FR', 'JP', 'CN', 'BR', 'HU', 'HK'].every((code) =>
    addresses.some((row) => row.countryCode === code),
  ),
  'address without postal code and region': addresses.some((row) => row.postalCode === null && row.regionCode === null),
  'region without its country': addresses.some((row) => row.regionCode === 'ON'),
  'address with everything': addresses.some(
    (row) =>
      row.notes !== null &&
      row.latitude !== null &&
      row.postbox !== null &&
      row.vatNumber !== null &&
      row.phoneExt !== null,
  ),

  'organization without number': organizations.some((row) => row.number === null),
  'organization without address': organizations.some((row) => row.addresses.length === 0),
  'organization without manager and phone': organizations.some((row) => row.managerName === null && row.phone === null),
  'inactive organization with members': all('memberships').some(
    (row) => row.organizationId === organizations.find(({ active }) => !active)?.id,
  ),
  'store that is inactive': stores.some((row) => !row.active),
  'store closed until a day, with reason': stores.some(
    (row) => row.active && row.operating.reason !== null && row.operating.until !== null,
  ),
  'store closed, nobody knows how long': stores.some(
    (row) => row.active && !row.operating.available && row.operating.until === null,
  ),
  'store without address and phone': stores.some(
    (row) => row.address === null && row.phone === null && row.kind === 'physical',
  ),
  'virtual store': stores.some((row) => row.kind === 'virtual'),
  'preferred store that is linked no longer': somebody(
    (row) => row.preferredStoreId !== null && !linked.has(`${row.id}.${row.preferredStoreId}`),
  ),

  '0 orders': ownersWith(ordersOf, 0) > 0,
  '1 order': ownersWith(ordersOf, 1) > 0,
  '10,000 orders, twice': ownersWith(ordersOf, 10_000) === 2,
  'order of every kind': orderKinds.every((kind) => orders.some((row) => row.kind === kind)),
  'order of every status class': orderStatusClasses.every((status) => orders.some((row) => row.statusClass === status)),
  'order of an unknown status': orders.some((row) => row.statusCode === 'AwaitingCustoms_17'),
  'order of an unknown scope': orders.some((row) => !scopeIds.has(row.scopeId)),
  'currencies with 0, 2 and 3 decimals': ['JPY', 'USD', 'KWD'].every((code) =>
    orders.some((row) => row.currency === code),
  ),
  'customer with several currencies':
    new Set(orders.filter((row) => row.customerId === 'money').map((row) => row.currency)).size > 5,
  'totals of zero, below zero, huge and unknown': [0, -12_345, 123_456_789_012_345, null].every((total) =>
    orders.some((row) => row.totalMinor === total),
  ),
  'order without currency': orders.some((row) => row.currency === null),
  'order that needs attention': orders.some((row) => row.needsAttention),
  'number with leading zeros': orders.some((row) => row.number.startsWith('0000')),
  'order without shipments': orders.some((row) => row.shipmentCount === 0),
  'canceled shipment beside others': [...details.values()].some(
    ({ shipments }) => shipments.length > 1 && shipments.some(({ status }) => status === 'Canceled'),
  ),
  'order without lines': [...details.values()].some(({ lines }) => lines.length === 0),
  'line of a product that is gone': [...details.values()].some(({ lines }) => lines.some(({ sku }) => sku === null)),
  'goods by weight and a discount':
    [...details.values()].some(({ lines }) => lines.some(({ discount }) => discount)) &&
    [...details.values()].some(({ lines }) => lines.some(({ quantity }) => quantity % 1 !== 0)),
  'schedule whose next date has passed': orders.some((row) => (row.recurring?.nextAt ?? '9') < now),
  'schedule that is paused': orders.some((row) => row.recurring?.nextAt === null),
  'schedule that pays with a card that is gone': [...details.values()].some(({ savedPaymentIds }) =>
    savedPaymentIds.includes('deleted-payment'),
  ),

  'cart that is not calculated': carts.some((row) => row.totalMinor === null),
  'cart of zero': carts.some((row) => row.totalMinor === 0),
  'cart with decimals': carts.some((row) => row.itemQuantity % 1 !== 0),
  'carts of every type, an unknown and none': [
    'shopping',
    'wishlist',
    'recurringOrder',
    'orderDraft',
    'kioskSession',
    null,
  ].every((type) => carts.some((row) => row.type === type)),
  'cart that expired': carts.some((row) => row.expiresAt !== null && row.expiresAt < now),
  'cart without items': carts.some((row) => row.lineCount === 0),
  'cart that became an order': carts.some((row) => row.status === 'ordered'),
  'carts of one name in several scopes':
    new Set(carts.filter((row) => row.customerId === 'carter' && row.name === 'Default').map((row) => row.scopeId))
      .size > 2,

  'card that expired': payments.some((row) => expiryOf(row) !== '' && expiryOf(row) < '2026-11'),
  'card that expires this month': payments.some((row) => expiryOf(row) === '2026-11'),
  'card with two digits of year': payments.some((row) => row.card?.expiryYear === 27),
  'card without expiry and brand': payments.some(
    (row) => row.card !== null && row.card.expiryYear === null && row.card.brand === null,
  ),
  'unknown brand': payments.some((row) => row.card?.brand === 'starfleet-credit'),
  wallets: ['paypal', 'applePay'].every((kind) => payments.some((row) => row.kind === kind)),
  'bank account with and without mandate': [true, false].every((known) =>
    payments.some((row) => row.bank && (row.bank.mandateReference !== null) === known),
  ),
  'unknown kind of payment': payments.some((row) => row.kind === 'moonbeamTransfer'),
  'disabled payment': payments.some((row) => !row.enabled),
  'several providers, each with a default':
    new Set(payments.filter((row) => row.customerId === 'payer' && row.isDefault).map((row) => row.provider)).size > 2,
  'saved payment used by a schedule': orders.some(
    (row) => row.kind === 'recurring' && (details.get(row.id)?.savedPaymentIds.length ?? 0) > 0,
  ),
}

it.each(Object.entries(cases))('has: %s', (_, isThere) => {
  expect(isThere).toBe(true)
})
