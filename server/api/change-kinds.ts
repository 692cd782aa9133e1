import { isSame } from '#/contract/same-json.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { NewChange } from '#server/store/store.ts'

/** What an event says of itself; who did it when is added to all events of a transaction. */
export type Happening = Pick<NewChange, 'type' | 'resourceType' | 'resourceId' | 'customerId' | 'etag' | 'ownerId'>

/** A row as a transaction found it and left it; `undefined` where there was or is none. */
export interface RowChange<C extends CollectionName> {
  before: Rows[C] | undefined
  after: Rows[C] | undefined
}

type Subject = Omit<Happening, 'type'>

interface Kind<C extends CollectionName> {
  subjectOf: (row: Rows[C]) => Subject
  /** Members of the row that nobody is shown. */
  hidden?: readonly (keyof Rows[C] & string)[]
  /** Members of which a change by itself is no news. */
  quiet?: readonly (keyof Rows[C] & string)[]
  /** Whether it counts as there. */
  isThere?: (row: Rows[C]) => boolean
  /** In place of `created`, `updated` and `deleted`. */
  verb?: string
  /** What else the change means. */
  besides?: (change: RowChange<C>) => Happening[]
}

const versionOf = ({ version }: { version: number }) => `"${version}"`

const subject = (
  resourceType: string,
  resourceId: string,
  rest: Partial<Omit<Subject, 'resourceType' | 'resourceId'>> = {},
): Subject => ({ resourceType, resourceId, customerId: null, etag: null, ownerId: null, ...rest })

const ofCustomer =
  (type: string) =>
  ({ id, customerId, version }: { id: string; customerId: string; version: number }) =>
    subject(type, id, { customerId, etag: `"${version}"` })

const ofAll = (type: string) => (row: { id: string; version: number }) =>
  subject(type, row.id, { etag: versionOf(row) })

/** What a change of a row means to those who look on; collections that are not here are nobody's business. */
const kinds: { readonly [C in CollectionName]?: Kind<C> } = {
  customers: {
    subjectOf: (row) => subject('customer', row.id, { customerId: row.id, etag: versionOf(row) }),
    hidden: ['importHash', 'nameSort', 'emailSort', 'searchText', 'phoneDigits'],
    besides: ({ before, after }) =>
      before && after && before.preferredStoreVersion !== after.preferredStoreVersion
        ? [
            {
              type: 'preferredStore.updated',
              ...subject('preferredStore', after.id, {
                customerId: after.id,
                etag: `"${after.preferredStoreVersion}"`,
              }),
            },
          ]
        : [],
  },
  statusChanges: {
    subjectOf: ({ customerId, customerVersion }) =>
      subject('customer', customerId, { customerId, etag: `"${customerVersion}"` }),
    verb: 'statusChanged',
  },
  customerAttributes: {
    subjectOf: (row) => subject('attributes', row.id, { customerId: row.id, etag: versionOf(row) }),
  },
  addresses: { subjectOf: ofCustomer('address'), isThere: ({ deletedAt }) => deletedAt === null },
  organizations: { subjectOf: ofAll('organization') },
  memberships: {
    subjectOf: ({ customerId, organizationId }) => subject('membership', organizationId, { customerId }),
    // Copies of what the organization is called, which has an event of its own.
    hidden: ['organizationName', 'organizationNumber'],
  },
  storeLocations: { subjectOf: ofAll('store') },
  customerStores: { subjectOf: ({ customerId, storeId }) => subject('customerStore', storeId, { customerId }) },
  // Orders are found by the name of their customer; that it changed is told of the customer.
  orders: { subjectOf: ofCustomer('order'), hidden: ['searchText', 'numberFolded', 'importHash'] },
  carts: { subjectOf: ofCustomer('cart') },
  savedPayments: { subjectOf: ofCustomer('savedPayment') },
  // Entries of cases are told of their case.
  notes: {
    subjectOf: ofCustomer('note'),
    hidden: ['fileId', 'importHash'],
    isThere: ({ deletedAt, source }) => deletedAt === null && source === 'note',
  },
  cases: { subjectOf: ofCustomer('case') },
  contacts: { subjectOf: ofCustomer('contact') },
  alternativeContacts: {
    subjectOf: ofCustomer('alternativeContact'),
    // To the customer who acts for the other one it is news too.
    besides: ({ before, after }) => {
      const row = after ?? before
      return row ? [{ type: 'actsFor.updated', ...subject('actsFor', row.id, { customerId: row.memberId }) }] : []
    },
  },
  alerts: { subjectOf: ofCustomer('alert') },
  billingInfos: { subjectOf: (row) => subject('billingInfo', row.id, { customerId: row.id, etag: versionOf(row) }) },
  invoices: { subjectOf: ofCustomer('invoice') },
  payments: { subjectOf: ofCustomer('payment') },
  instalmentPurchases: { subjectOf: ofCustomer('instalmentPurchase') },
  subscriptions: { subjectOf: ofCustomer('subscription') },
  jobs: {
    subjectOf: (row) => subject('job', row.id, { etag: versionOf(row), ownerId: row.ownerId }),
  },
  scopes: { subjectOf: ({ id }) => subject('scope', id) },
  attributeDefinitions: { subjectOf: ofAll('attributeDefinition') },
  attributeGroups: { subjectOf: ofAll('attributeGroup') },
  lookups: { subjectOf: ofAll('lookup') },
  staff: { subjectOf: (row) => subject('me', row.id, { etag: versionOf(row), ownerId: row.id }) },
  drafts: {
    subjectOf: ({ recordId, section, itemId, etag, staffId }) =>
      subject('draft', `${recordId}.${section}.${itemId}`, {
        customerId: /^(?!new-)[0-9a-z-]{1,16}$/.test(recordId) ? recordId : null,
        etag,
        ownerId: staffId,
      }),
  },
  presence: {
    subjectOf: ({ staffId, customerId }) => subject('presence', staffId, { customerId }),
    // To be still there.
    quiet: ['at'],
    verb: 'changed',
    besides: ({ before, after }) =>
      before && after && before.customerId !== after.customerId
        ? [
            {
              type: 'presence.changed',
              ...subject('presence', before.staffId, { customerId: before.customerId }),
            },
          ]
        : [],
  },
}

const kindOf = <C extends CollectionName>(collection: C): Kind<C> | undefined => kinds[collection]

/** Whether anything that somebody is shown can change by a write of these members. */
export function isShown(collection: CollectionName, members?: readonly string[]): boolean {
  const kind = kindOf(collection)
  if (!kind) return false
  const ignored = new Set<string>([...(kind.hidden ?? []), ...(kind.quiet ?? [])])
  return members === undefined || !members.every((member) => ignored.has(member))
}

/** The events that a row's change amounts to. */
export function happeningsOf<C extends CollectionName>(collection: C, change: RowChange<C>): Happening[] {
  const kind = kindOf(collection)
  if (!kind) return []
  const seen = (row: Rows[C] | undefined) => (row && (kind.isThere?.(row) ?? true) ? row : undefined)
  const before = seen(change.before)
  const after = seen(change.after)
  const besides = kind.besides?.({ before, after }) ?? []
  const row = after ?? before
  if (!row || (before && after && isSame(shownOf(kind, before), shownOf(kind, after)))) return besides
  const shown = kind.subjectOf(row)
  const verb = kind.verb ?? (before && after ? 'updated' : after ? 'created' : 'deleted')
  // A deleted resource has no version.
  return [{ ...shown, type: `${shown.resourceType}.${verb}`, etag: after ? shown.etag : null }, ...besides]
}

function shownOf<C extends CollectionName>({ hidden = [] }: Kind<C>, row: Rows[C]): object {
  const names: readonly string[] = hidden
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
}
