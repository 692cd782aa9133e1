import type { Address } from '#/contract/addresses.ts'
import type { AttributeValue } from '#/contract/attributes.ts'
import type { Cart } from '#/contract/carts.ts'
import type { Actor } from '#/contract/common.ts'
import type { StatusChange } from '#/contract/customer-status.ts'
import type { Customer } from '#/contract/customers.ts'
import type { Preferences } from '#/contract/me.ts'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import type { Order } from '#/contract/orders.ts'
import type { Organization } from '#/contract/organizations.ts'
import type { Role } from '#/contract/permissions.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import type { Scope } from '#/contract/service.ts'
import type { StoreLocation } from '#/contract/stores.ts'
import type { ChangeRow, DraftRow, PresenceRow, WorkspaceRow } from '#server/store/live-rows.ts'
import type * as billing from '#server/store/billing-rows.ts'
import type * as care from '#server/store/care-rows.ts'
import type { LastChange, Stored } from '#server/store/entity-members.ts'

/*
 * What the stores keep, one interface a collection. Instants are `YYYY-MM-DDTHH:mm:ss.sssZ` strings everywhere, so that
 * comparing the text compares the time; columns have the same millisecond precision.
 */

/** `lastOrder` is read from the orders; the members from `city` on are derived by `derive-customer.ts` at every write. */
export interface CustomerRow extends Stored<Customer, 'lastOrder' | 'hasPin'> {
  /** Sealed; see the vault of PINs. */
  pin: string | null
  preferredStoreVersion: number
  /** Who chose the preferred store last; `null` when nobody did since this is written down. */
  preferredStoreChange: { at: string; by: Actor } | null
  lastOrderId: string | null
  lastOrderAt: string | null
  openCaseCount: number
  /** City and country of the preferred billing, else preferred shipping, else oldest address. */
  city: string | null
  countryCode: string | null
  cityFolded: string | null
  nameSort: string
  emailSort: string | null
  lastNameFolded: string | null
  /** All searchable fields, folded; see `search-text.ts`. */
  searchText: string
  /** Digits of every phone, each between spaces. */
  phoneDigits: string
}

export interface StatusChangeRow extends StatusChange {
  customerId: string
  /** Version that the customer had afterwards: tells changes of the same instant apart. */
  customerVersion: number
}

/** Values of the custom attributes; the id is the customer's, the version its own. */
export interface CustomerAttributesRow extends LastChange {
  id: string
  version: number
  values: Record<string, AttributeValue>
}

export interface AddressRow extends Stored<Address, 'usedBy'> {
  customerId: string
  /** Folded `name`, unique per customer while not deleted. */
  nameFolded: string | null
  city: string | null
  postalCodeFolded: string | null
  /** Set while the deletion can still be undone; such rows are invisible to every list. */
  deletedAt: string | null
}

export interface OrganizationRow extends Stored<Organization> {
  nameSort: string
  searchText: string
}

/** `<customerId>.<organizationId>` */
export interface MembershipRow {
  id: string
  customerId: string
  organizationId: string
  organizationName: string
  organizationNumber: string | null
  memberSince: string | null
}

export interface StoreLocationRow extends Stored<StoreLocation> {
  nameSort: string
  searchText: string
}

/** `<customerId>.<storeId>` */
export interface CustomerStoreRow {
  id: string
  customerId: string
  storeId: string
  orderCount: number
  lastUsedAt: string | null
}

/** Order as lists show it; money is split so that it can be filtered and sorted. */
export interface OrderRow extends Stored<
  Order,
  | 'customer'
  | 'scopeName'
  | 'status'
  | 'total'
  | 'lines'
  | 'shipments'
  | 'payments'
  | 'history'
  | 'subtotal'
  | 'tax'
  | 'shippingCost'
  | 'billingAddress'
  | 'messages'
  | 'recurring'
> {
  /** `problems` as the source knows them; those of payments are found out when it is read. */
  recurring: (Omit<NonNullable<Order['recurring']>, 'problems'> & { problems?: string[] }) | null
  customerId: string
  statusCode: string
  statusClass: Order['status']['class']
  totalMinor: number | null
  numberFolded: string
  /** Number, customer name and number, folded. */
  searchText: string
}

/** The heavy half of an order; same id. */
export interface OrderDetailRow extends Pick<
  Order,
  'lines' | 'shipments' | 'payments' | 'history' | 'subtotal' | 'tax' | 'shippingCost' | 'billingAddress' | 'messages'
> {
  id: string
  /** Addresses of the customer that the order names. */
  addressIds: string[]
  savedPaymentIds: string[]
}

export interface CartRow extends Stored<Cart, 'scopeName' | 'total' | 'orderedAs'> {
  totalMinor: number | null
  /** The order that it became. */
  orderId: string | null
  status: 'open' | 'ordered'
}

export interface SavedPaymentRow extends Stored<SavedPayment, 'status' | 'usedBy'> {
  customerId: string
}

export interface ScopeRow extends Scope {
  sourceSystem: string | null
  externalId: string | null
  importHash: string | null
}

/** The id is the name. */
export interface AttributeDefinitionRow extends Omit<AttributeDefinition, 'etag' | 'name'> {
  id: string
  version: number
}
export interface AttributeGroupRow extends Omit<AttributeGroup, 'etag'> {
  version: number
}
/** The id is the name. */
export interface LookupRow extends Omit<Lookup, 'etag' | 'name'> {
  id: string
  version: number
}

export interface StaffRow {
  id: string
  version: number
  username: string
  /** Unique. */
  usernameFolded: string
  displayName: string
  email: string | null
  roles: Role[]
  scopeIds: string[]
  passwordHash: string | null
  disabledAt: string | null
  preferences: Preferences
  createdAt: string
}

/** The id is a hash of the token in the cookie, never the token. */
export interface SessionRow {
  id: string
  staffId: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
}

/** Something that another system is to be told; ids only. */
export interface OutboxRow {
  id: string
  kind: 'passwordReset'
  customerId: string
  createdAt: string
  deliveredAt: string | null
  attempts: number
  /** Nobody tries before: set when an attempt begins, and further when it fails. */
  nextAttemptAt: string
}

/** The id is a hash of actor, method, path and key. */
export interface IdempotencyRow {
  id: string
  payloadHash: string
  status: number
  headers: Record<string, string>
  body: string | null
  createdAt: string
}

/** Facts about the database itself, e.g. which seed filled it. */
export interface SettingRow {
  id: string
  value: unknown
}

export interface Rows {
  customers: CustomerRow
  statusChanges: StatusChangeRow
  customerAttributes: CustomerAttributesRow
  addresses: AddressRow
  organizations: OrganizationRow
  memberships: MembershipRow
  storeLocations: StoreLocationRow
  customerStores: CustomerStoreRow
  orders: OrderRow
  orderDetails: OrderDetailRow
  carts: CartRow
  savedPayments: SavedPaymentRow
  scopes: ScopeRow
  attributeDefinitions: AttributeDefinitionRow
  attributeGroups: AttributeGroupRow
  lookups: LookupRow
  staff: StaffRow
  sessions: SessionRow
  notes: care.NoteRow
  files: care.FileRow
  cases: care.CaseRow
  contacts: care.ContactRow
  alternativeContacts: care.AlternativeContactRow
  alerts: care.AlertRow
  jobs: care.JobRow
  activities: care.ActivityRow
  billingInfos: billing.BillingInfoRow
  invoices: billing.InvoiceRow
  payments: billing.PaymentRow
  instalmentPurchases: billing.InstalmentPurchaseRow
  subscriptions: billing.SubscriptionRow
  subscriptionEntries: billing.SubscriptionEntryRow
  outbox: OutboxRow
  idempotencyKeys: IdempotencyRow
  drafts: DraftRow
  workspaces: WorkspaceRow
  presence: PresenceRow
  changes: ChangeRow
  settings: SettingRow
}

export type CollectionName = keyof Rows
