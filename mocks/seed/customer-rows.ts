import type { AttributeValue } from '#/contract/attributes.ts'
import { customerName } from '#/contract/customer-name.ts'
import type { CustomerStatus } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import { apiActor, customerActor } from '#mocks/seed/actors.ts'
import { aroundRows } from '#mocks/seed/around-rows.ts'
import type { AroundSpec } from '#mocks/seed/around-spec.ts'
import { cartRow, savedPaymentRow, type CartSpec, type SavedPaymentSpec } from '#mocks/seed/basket-rows.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import { orderRows, type OrderSpec } from '#mocks/seed/order-rows.ts'
import { organizationNames } from '#mocks/seed/organizations.ts'
import type { SeedRows } from '#mocks/seed/seed-rows.ts'
import { deriveCustomer, type DerivedCustomer } from '#server/store/derive-customer.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import { activityRow as completeActivity } from '#server/store/derive-activity.ts'
import type { AddressRow, CustomerRow, MembershipRow, OrderRow, StatusChangeRow } from '#server/store/rows.ts'

export type AddressSpec = Partial<AddressRow>
type BareCustomer = Omit<CustomerRow, keyof DerivedCustomer | 'lastOrderId' | 'lastOrderAt'>
type MembershipSpec = { id: string; memberSince?: string | null }
type ActivitySpec = Pick<ActivityRow, 'kind' | 'group' | 'at' | 'actor' | 'changes' | 'data'> &
  Partial<Pick<ActivityRow, 'title' | 'legacy' | 'subject'>>

/** A customer with everything around them, in short: only what differs from the usual. */
export interface CustomerSpec {
  customer: { id: string; customerNumber: string } & Partial<BareCustomer>
  addresses?: readonly AddressSpec[]
  attributes?: Record<string, AttributeValue>
  orders?: readonly OrderSpec[]
  carts?: readonly CartSpec[]
  savedPayments?: readonly SavedPaymentSpec[]
  organizations?: readonly MembershipSpec[]
  stores?: readonly { id: string; orderCount?: number; lastUsedAt?: string | null }[]
  activities?: readonly ActivitySpec[]
  around?: AroundSpec
}

function bareCustomer(spec: CustomerSpec['customer']): BareCustomer {
  const registeredAt = spec.registeredAt === undefined ? daysAgo(400) : spec.registeredAt
  const accountType = spec.accountType ?? 'registered'
  return {
    ...entityOf(
      spec.id,
      registeredAt ?? daysAgo(900),
      accountType === 'registered' ? customerActor(spec.id) : apiActor,
    ),
    firstName: null,
    middleName: null,
    lastName: null,
    title: null,
    salutation: null,
    displayName: null,
    companyName: null,
    email: null,
    username: accountType === 'registered' ? (spec.email ?? null) : null,
    phone: null,
    phoneExt: null,
    mobile: null,
    workPhone: null,
    workPhoneExt: null,
    fax: null,
    faxExt: null,
    accountType,
    tier: 'standard',
    status: 'active',
    lockedUntil: null,
    accessBlocked: false,
    processingBlocked: false,
    anonymizedAt: null,
    preferredLanguage: 'en-US',
    birthday: null,
    referralCode: null,
    pin: null,
    registeredAt,
    registrationSource: 'web',
    lastLoginAt: null,
    lastActivityAt: null,
    lastPasswordChangeAt: null,
    isRecurringBuyer: false,
    preferredStoreId: null,
    preferredStoreVersion: 1,
    preferredStoreChange: null,
    scopeIds: ['us'],
    marketingConsents: [],
    openCaseCount: 0,
    ...spec,
  }
}

function addressRow(customer: BareCustomer, spec: AddressSpec, index: number): AddressRow {
  const name = spec.name ?? null
  const createdAt = spec.createdAt ?? customer.createdAt
  return {
    ...entityOf(spec.id ?? `${customer.id}-a${index + 1}`, createdAt, customer.createdBy),
    customerId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    companyName: null,
    line1: null,
    line2: null,
    postbox: null,
    city: null,
    regionCode: null,
    countryCode: null,
    postalCode: null,
    phone: null,
    phoneExt: null,
    email: null,
    notes: null,
    latitude: null,
    longitude: null,
    isBusiness: false,
    vatNumber: null,
    isPreferredBilling: false,
    isPreferredShipping: false,
    deletedAt: null,
    ...spec,
    name,
    nameFolded: name === null ? null : foldText(name),
    postalCodeFolded: spec.postalCode ? foldText(spec.postalCode) : null,
  }
}

/** The changes of status among what happened to a customer. The last one left the version that the seed has. */
function statusChangeRows(customer: BareCustomer, activities: readonly ActivitySpec[]): StatusChangeRow[] {
  const happened = activities.filter(({ kind }) => kind === 'statusChanged')
  return happened.map(({ at, actor, changes: [change], data }, index) => ({
    id: `${customer.id}-s${index + 1}`,
    customerId: customer.id,
    customerVersion: index - happened.length + 2,
    from: (change?.from ?? customer.status) as CustomerStatus,
    to: (change?.to ?? customer.status) as CustomerStatus,
    reason: typeof data['reason'] === 'string' ? data['reason'] : null,
    comment: typeof data['comment'] === 'string' ? data['comment'] : null,
    at,
    actor,
  }))
}

/** The newest order that is no schedule. */
function newestOrder(orders: readonly OrderRow[]): OrderRow | undefined {
  const made = orders.filter((order) => order.kind !== 'recurring')
  return made.reduce<OrderRow | undefined>((a, b) => (a && a.createdAt >= b.createdAt ? a : b), undefined)
}

function activityRow(customer: BareCustomer, activity: ActivitySpec, index: number): ActivityRow {
  return completeActivity({
    subject: { type: 'customer', id: customer.id, label: customer.customerNumber },
    ...activity,
    id: `${customer.id}-h${index}`,
    customerId: customer.id,
  })
}

function registration(customer: BareCustomer): ActivityRow {
  const { createdAt: at, createdBy: actor } = customer
  return activityRow(customer, { kind: 'customerCreated', group: 'account', at, actor, changes: [], data: {} }, 0)
}

function membershipRow(customerId: string, { id, memberSince }: MembershipSpec): MembershipRow {
  const names = organizationNames(id)
  return { id: `${customerId}.${id}`, customerId, organizationId: id, ...names, memberSince: memberSince ?? null }
}

/** All rows of one customer, complete and consistent. */
export function customerRows(spec: CustomerSpec): SeedRows {
  const around = aroundRows(spec.customer, spec.around ?? {})
  const customer = bareCustomer(spec.customer)
  const owner = { id: customer.id, customerNumber: customer.customerNumber, name: customerName(customer) }
  const addresses = (spec.addresses ?? []).map((address, index) => addressRow(customer, address, index))
  const orders = (spec.orders ?? []).map((order, index) => orderRows(`${customer.id}-o${index + 1}`, owner, order))
  const newest = newestOrder(orders.map(({ order }) => order))
  return {
    ...around,
    customers: [
      {
        ...customer,
        ...deriveCustomer(
          customer,
          addresses.filter((address) => address.deletedAt === null),
        ),
        openCaseCount: (around.cases ?? []).filter(({ statusClass }) => statusClass === 'open').length,
        lastOrderId: newest?.id ?? null,
        lastOrderAt: newest?.createdAt ?? null,
      },
    ],
    statusChanges: statusChangeRows(customer, spec.activities ?? []),
    customerAttributes: [
      {
        id: customer.id,
        version: 1,
        updatedAt: customer.updatedAt,
        updatedBy: customer.updatedBy,
        values: spec.attributes ?? {},
      },
    ],
    addresses,
    orders: orders.map(({ order }) => order),
    orderDetails: orders.map(({ detail }) => detail),
    carts: (spec.carts ?? []).map((cart, index) => cartRow(`${customer.id}-c${index + 1}`, customer.id, cart)),
    savedPayments: (spec.savedPayments ?? []).map((payment, index) =>
      savedPaymentRow(`${customer.id}-p${index + 1}`, customer, payment),
    ),
    memberships: (spec.organizations ?? []).map((membership) => membershipRow(customer.id, membership)),
    customerStores: (spec.stores ?? []).map((store) => ({
      id: `${customer.id}.${store.id}`,
      customerId: customer.id,
      storeId: store.id,
      orderCount: store.orderCount ?? 0,
      lastUsedAt: store.lastUsedAt ?? null,
    })),
    activities: [
      registration(customer),
      ...(spec.activities ?? []).map((activity, index) => activityRow(customer, activity, index + 1)),
    ],
  }
}
