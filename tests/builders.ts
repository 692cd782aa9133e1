import { foldText } from '#/contract/fold-text.ts'
import { defaultPreferences } from '#/contract/me.ts'
import { customerName } from '#/contract/customer-name.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { EntityRow } from '#server/store/entity-members.ts'
import type * as rows from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

/*
 * Complete rows with plain defaults. A test names what it is about and leaves the rest; what is derived from other
 * members follows from them unless the test says otherwise.
 */

export const builtAt = '2026-01-05T08:00:00.000Z'

let built = 0
export const nextId = (letter: string) => {
  built += 1
  return `${letter}${built.toString(36).padStart(6, '0')}`
}

export const entity = (letter: string): EntityRow => ({
  id: nextId(letter),
  version: 1,
  createdAt: builtAt,
  createdBy: { type: 'system', id: null, displayName: null },
  updatedAt: builtAt,
  updatedBy: { type: 'system', id: null, displayName: null },
  sourceSystem: null,
  externalId: null,
  importHash: null,
})

/** `addresses` are those that the customer is derived from. */
export function aCustomer(
  over: Partial<rows.CustomerRow> = {},
  addresses: readonly rows.AddressRow[] = [],
): rows.CustomerRow {
  const base = entity('c')
  const row = {
    ...base,
    customerNumber: `C-${base.id.slice(1)}`,
    firstName: 'Ada',
    middleName: null,
    lastName: 'Park',
    title: null,
    salutation: null,
    displayName: null,
    companyName: null,
    email: `${base.id}@example.org`,
    username: null,
    phone: null,
    phoneExt: null,
    mobile: null,
    workPhone: null,
    workPhoneExt: null,
    fax: null,
    faxExt: null,
    accountType: 'registered' as const,
    tier: 'standard' as const,
    status: 'active' as const,
    lockedUntil: null,
    accessBlocked: false,
    processingBlocked: false,
    anonymizedAt: null,
    preferredLanguage: null,
    birthday: null,
    referralCode: null,
    registeredAt: builtAt,
    registrationSource: null,
    lastLoginAt: null,
    lastActivityAt: null,
    lastPasswordChangeAt: null,
    isRecurringBuyer: false,
    preferredStoreId: null,
    scopeIds: [],
    marketingConsents: [],
    pin: null,
    preferredStoreVersion: 1,
    preferredStoreChange: null,
    lastOrderId: null,
    lastOrderAt: null,
    openCaseCount: 0,
    ...over,
  }
  return { ...row, ...deriveCustomer(row, addresses), ...over }
}

export function anAddress(over: Partial<rows.AddressRow> & { customerId: string }): rows.AddressRow {
  const row = {
    ...entity('a'),
    name: null,
    firstName: null,
    lastName: null,
    companyName: null,
    line1: '1 Main Street',
    line2: null,
    postbox: null,
    city: 'Lévis',
    regionCode: 'CA-QC',
    countryCode: 'CA',
    postalCode: 'G6V 1A1',
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
    ...over,
  }
  const { name, postalCode } = row
  return { ...row, nameFolded: name && foldText(name), postalCodeFolded: postalCode && foldText(postalCode), ...over }
}

export function anOrganization(over: Partial<rows.OrganizationRow> = {}): rows.OrganizationRow {
  const base = entity('o')
  const row = {
    ...base,
    number: `ORG-${base.id.slice(1)}`,
    name: 'Northwind',
    managerName: null,
    phone: null,
    phoneExt: null,
    email: null,
    fax: null,
    description: null,
    active: true,
    addresses: [],
    ...over,
  }
  const searchText = searchTextOf([row.name, row.number, row.managerName])
  return { ...row, nameSort: foldText(row.name), searchText, ...over }
}

export const aMembership = (
  customer: rows.CustomerRow,
  organization: rows.OrganizationRow,
  memberSince: string | null = null,
): rows.MembershipRow => ({
  id: `${customer.id}.${organization.id}`,
  customerId: customer.id,
  organizationId: organization.id,
  organizationName: organization.name,
  organizationNumber: organization.number,
  memberSince,
})

export function aStoreLocation(over: Partial<rows.StoreLocationRow> = {}): rows.StoreLocationRow {
  const base = entity('s')
  const row = {
    ...base,
    number: `S-${base.id.slice(1)}`,
    name: 'Old Port',
    kind: 'physical' as const,
    address: null,
    phone: null,
    phoneExt: null,
    email: null,
    managerName: null,
    active: true,
    operating: { available: true, reason: null, until: null },
    supports: [],
    ...over,
  }
  return { ...row, nameSort: foldText(row.name), searchText: searchTextOf([row.name, row.number]), ...over }
}

export const aCustomerStore = (
  customer: rows.CustomerRow,
  store: rows.StoreLocationRow,
  over: Partial<rows.CustomerStoreRow> = {},
): rows.CustomerStoreRow => ({
  id: `${customer.id}.${store.id}`,
  customerId: customer.id,
  storeId: store.id,
  orderCount: 0,
  lastUsedAt: null,
  ...over,
})

export const aScope = (over: Partial<rows.ScopeRow> & { id: string }): rows.ScopeRow => ({
  name: `Scope ${over.id}`,
  parentId: null,
  currency: 'CAD',
  languages: ['en-CA', 'fr-CA'],
  sourceSystem: null,
  externalId: null,
  importHash: null,
  ...over,
})

export function anOrder(customer: rows.CustomerRow, over: Partial<rows.OrderRow> = {}): rows.OrderRow {
  const base = entity('r')
  const row = {
    ...base,
    number: base.id.slice(1),
    kind: 'current' as const,
    customerId: customer.id,
    scopeId: 'global',
    statusCode: 'InProgress',
    statusClass: 'inProgress' as const,
    shipmentCount: 1,
    itemCount: 2,
    totalMinor: 4200,
    currency: 'CAD',
    source: null,
    needsAttention: false,
    draftOwner: null,
    cancellationPending: false,
    recurring: null,
    ...over,
  }
  const searchText = searchTextOf([row.number, customerName(customer), customer.customerNumber])
  return { ...row, numberFolded: foldText(row.number), searchText, ...over }
}

export const anOrderDetail = (order: rows.OrderRow, over: Partial<rows.OrderDetailRow> = {}): rows.OrderDetailRow => ({
  id: order.id,
  lines: [],
  shipments: [],
  payments: [],
  history: [],
  subtotal: null,
  tax: null,
  shippingCost: null,
  billingAddress: null,
  messages: [],
  addressIds: [],
  savedPaymentIds: [],
  ...over,
})

export const aCart = (customer: rows.CustomerRow, over: Partial<rows.CartRow> = {}): rows.CartRow => ({
  ...entity('b'),
  customerId: customer.id,
  scopeId: 'global',
  name: 'Default',
  type: 'shopping',
  itemQuantity: 1.5,
  lineCount: 1,
  totalMinor: 1000,
  currency: 'CAD',
  expiresAt: null,
  lines: [],
  status: 'open',
  draftOwner: null,
  orderId: null,
  ...over,
})

export const aSavedPayment = (over: Partial<rows.SavedPaymentRow> & { customerId: string }): rows.SavedPaymentRow => ({
  ...entity('p'),
  kind: 'creditCard',
  provider: 'Bambora',
  label: null,
  card: { brand: 'visa', mask: '•••• 4242', holder: 'Ada Park', expiryMonth: 12, expiryYear: 2030 },
  bank: null,
  isDefault: false,
  enabled: true,
  addedAt: builtAt,
  ...over,
})

export const anAttributeGroup = (over: Partial<rows.AttributeGroupRow> = {}): rows.AttributeGroupRow => ({
  id: nextId('g'),
  version: 1,
  updatedAt: null,
  updatedBy: null,
  label: { en: 'Group' },
  displayOrder: 1,
  ...over,
})

export const aDefinition = (
  over: Partial<rows.AttributeDefinitionRow> & { id: string },
): rows.AttributeDefinitionRow => ({
  version: 1,
  updatedAt: null,
  updatedBy: null,
  label: { en: over.id },
  description: null,
  groupId: null,
  displayOrder: 1,
  dataType: 'text',
  required: false,
  multiple: false,
  multilingual: false,
  searchable: false,
  readOnly: false,
  retiredAt: null,
  min: null,
  max: null,
  maxLength: null,
  default: null,
  lookupName: null,
  referenceEntity: null,
  ...over,
})

export const aLookup = (over: Partial<rows.LookupRow> & { id: string }): rows.LookupRow => ({
  version: 1,
  updatedAt: null,
  updatedBy: null,
  label: { en: over.id },
  active: true,
  values: [],
  ...over,
})

export function aStaffMember(over: Partial<rows.StaffRow> & Pick<rows.StaffRow, 'username'>): rows.StaffRow {
  return {
    id: nextId('u'),
    version: 1,
    usernameFolded: foldText(over.username),
    displayName: over.username,
    email: null,
    roles: ['systemAdministrator'],
    scopeIds: ['*'],
    passwordHash: null,
    disabledAt: null,
    preferences: defaultPreferences,
    createdAt: builtAt,
    ...over,
  }
}

export type RowsToInsert = { readonly [C in CollectionName]?: readonly Rows[C][] }

/** Puts rows into a store as they are. */
export async function insertRows(store: Store, rows: RowsToInsert): Promise<void> {
  await store.transaction(async (transaction) => {
    for (const [collection, some] of Object.entries(rows)) {
      await transaction.insert(collection as CollectionName, some)
    }
  })
}
