import type { WriteCall } from '#server/api/call.ts'
import { customerCollections, rowsOfCustomer } from '#server/api/customer-records.ts'
import { touched } from '#server/api/entity-row.ts'
import { deriveActivity } from '#server/store/derive-activity.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import type { CustomerRow, Rows } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

/** What stands where words about a person stood. */
export const placeholder = 'Anonymised'

/** The account without the person: the number stays, so that orders and invoices can still be told apart. */
export function anonymousCustomer(call: WriteCall, row: CustomerRow): CustomerRow {
  const anonymous: CustomerRow = {
    ...row,
    ...touched(call, row),
    firstName: placeholder,
    middleName: null,
    lastName: row.customerNumber,
    title: null,
    salutation: null,
    displayName: null,
    companyName: null,
    email: null,
    username: null,
    phone: null,
    phoneExt: null,
    mobile: null,
    workPhone: null,
    workPhoneExt: null,
    fax: null,
    faxExt: null,
    status: 'inactive',
    lockedUntil: null,
    processingBlocked: true,
    anonymizedAt: call.now,
    preferredLanguage: null,
    birthday: null,
    referralCode: null,
    pin: null,
    marketingConsents: [],
    externalId: null,
    sourceSystem: null,
    importHash: null,
    openCaseCount: row.openCaseCount,
  }
  return { ...anonymous, ...deriveCustomer(anonymous, []) }
}

type Collection = (typeof customerCollections)[number]
type Rule<C extends Collection> = 'keep' | 'remove' | ((row: Rows[C], after: CustomerRow) => Partial<Rows[C]>)

/** What becomes of the rows of each collection. */
const rules: { readonly [C in Collection]: Rule<C> } = {
  statusChanges: () => ({ comment: null }),
  addresses: 'remove',
  memberships: 'keep',
  customerStores: 'keep',
  orders: ({ number }, { customerNumber }) => ({
    searchText: searchTextOf([number, `${placeholder} ${customerNumber}`, customerNumber]),
    draftOwner: null,
  }),
  carts: 'keep',
  savedPayments: 'remove',
  contacts: 'remove',
  alternativeContacts: 'remove',
  alerts: () => ({ recipient: null, subject: null, body: null }),
  invoices: () => ({ billingAddress: null, note: null }),
  payments: () => ({ reference: null }),
  instalmentPurchases: 'keep',
  subscriptions: 'keep',
  subscriptionEntries: 'keep',
  cases: ({ number }) => ({
    subject: placeholder,
    description: null,
    tags: [],
    searchText: searchTextOf([number, placeholder]),
  }),
  // Notes go; of entries of cases it stays when which status changed.
  notes: ({ source }) => (source === 'case' ? { content: '' } : {}),
  activities: (row) => anonymousActivity(row),
}

/** That it happened and by whom stays; of what it said, nothing. Reasons in the audit log are kept to be answered for. */
function anonymousActivity(row: ActivityRow): Partial<ActivityRow> {
  const isCustomer = row.actor.type === 'customer'
  const after: ActivityRow = {
    ...row,
    title: null,
    actor: isCustomer ? { ...row.actor, displayName: null } : row.actor,
    subject: { ...row.subject, label: '' },
    changes: row.changes.map(({ field }) => ({ field, from: null, to: null })),
    data: row.audited ? row.data : {},
  }
  const { title, actor, subject, changes, data } = after
  return { title, actor, subject, changes, data, ...deriveActivity(after) }
}

/** Replaces or removes everything personal around a customer. Answers how many rows of what it touched. */
export async function anonymizeAround(call: WriteCall, after: CustomerRow): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const collection of customerCollections) {
    const rule = rules[collection] as unknown as Rule<Collection>
    counts[collection] = await anonymizeRows(call, collection, rule, after)
  }
  await anonymizeOrderDetails(call, after.id)
  await anonymizeRest(call, after.id)
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

async function anonymizeRows(
  call: WriteCall,
  collection: Collection,
  rule: Rule<Collection>,
  after: CustomerRow,
): Promise<number> {
  if (rule === 'keep') return 0
  const rows = await rowsOfCustomer(call.store, collection, after.id)
  for (const row of rows) {
    const file = 'fileId' in row ? row.fileId : null
    if (file !== null) await call.deps.files.remove(call.store, file)
    const isNote = 'source' in row && row.source === 'note'
    if (rule === 'remove' || isNote) await call.store.remove(collection, row.id)
    else await call.store.update(collection, row.id, { ...rule(row, after), ...versionAfter(call, row) })
  }
  return rows.length
}

/** Versioned rows move on, so that nobody saves over the placeholders. */
const versionAfter = (call: WriteCall, row: Rows[Collection]) => ('version' in row ? touched(call, row) : {})

async function anonymizeOrderDetails({ store }: WriteCall, customerId: string): Promise<void> {
  const orders = await rowsOfCustomer(store, 'orders', customerId)
  const details = await store.getMany(
    'orderDetails',
    orders.map(({ id }) => id),
  )
  for (const { id, shipments } of details) {
    const anonymous = shipments.map((shipment) => Object.assign(shipment, { address: null, tracking: null }))
    const forgotten = { billingAddress: null, messages: [], addressIds: [], savedPaymentIds: [] }
    await store.update('orderDetails', id, { ...forgotten, shipments: anonymous })
  }
}

/** What hangs on the customer otherwise: attributes, terms, unsaved work, exported files, and whom they may act for. */
async function anonymizeRest(call: WriteCall, customerId: string): Promise<void> {
  const { store, deps } = call
  const attributes = await store.get('customerAttributes', customerId)
  if (attributes) await store.update('customerAttributes', customerId, { values: {}, ...touched(call, attributes) })
  const billing = await store.get('billingInfos', customerId)
  if (billing) {
    const autoPay = { enabled: false, savedPaymentId: null, notBefore: null }
    await store.update('billingInfos', customerId, { costCentre: null, autoPay, ...touched(call, billing) })
  }
  const of = <F extends string>(field: F) => ({ op: 'in', field, values: [customerId] }) as const
  for (const { id } of (await store.find('alternativeContacts', { where: of('memberId') })).rows) {
    await store.remove('alternativeContacts', id)
  }
  for (const { id } of (await store.find('drafts', { where: of('recordId') })).rows) await store.remove('drafts', id)
  for (const { id, version, fileId } of (await store.find('jobs', { where: of('customerId') })).rows) {
    if (fileId === null) continue
    await deps.files.remove(store, fileId)
    await store.update('jobs', id, { fileId: null, expiresAt: call.now, version: version + 1 })
  }
}
