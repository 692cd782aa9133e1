import * as z from 'zod/mini'
import { customerName } from '#/contract/customer-name.ts'
import { clearable, text } from '#/contract/common.ts'
import { customerPatchSchema, customerSchema, customerStatusSchema } from '#/contract/customers.ts'
import { changesOf } from '#server/api/activity.ts'
import { removeDraftsOf } from '#server/api/drafts.ts'
import { referenceSchema } from '#server/import/references.ts'
import {
  fail,
  importerOf,
  resolved,
  type Entry,
  type FindPinVault,
  type ImportContext,
  type Resource,
} from '#server/import/resource.ts'
import { addressesByCustomer } from '#server/import/resources/customer-parts.ts'
import { instantInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { contentHash } from '#server/import/stable-id.ts'
import { entityMembers, upsert, type Written } from '#server/import/upsert.ts'
import { deriveCustomer, type DerivedCustomer } from '#server/store/derive-customer.ts'
import { newId } from '#server/store/new-id.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import { activityRow } from '#server/store/derive-activity.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const instant = clearable(instantInputSchema)

const schema = z.strictObject({
  ...customerPatchSchema.shape,
  ...sourceMembers,
  customerNumber: text(60),
  status: z.optional(customerStatusSchema),
  lockedUntil: instant,
  accessBlocked: z.optional(z.boolean()),
  processingBlocked: z.optional(z.boolean()),
  anonymizedAt: instant,
  referralCode: clearable(text(60)),
  pin: clearable(text(20)),
  registeredAt: instant,
  registrationSource: clearable(text(60)),
  lastLoginAt: instant,
  lastActivityAt: instant,
  lastPasswordChangeAt: instant,
  isRecurringBuyer: z.optional(z.boolean()),
  preferredStore: clearable(referenceSchema),
  scopes: z.optional(z.array(referenceSchema)),
  marketingConsents: z.optional(customerSchema.shape.marketingConsents),
  createdAt: z.optional(instantInputSchema),
})
export type CustomerInput = z.output<typeof schema>

type OwnMembers = Omit<
  CustomerRow,
  | keyof DerivedCustomer
  | keyof ReturnType<typeof entityMembers>
  | `preferredStore${'Version' | 'Change'}`
  | `lastOrder${string}`
  | 'openCaseCount'
>

function membersOf({ references }: ImportContext, input: CustomerInput): OwnMembers {
  return {
    customerNumber: input.customerNumber,
    firstName: input.firstName ?? null,
    middleName: input.middleName ?? null,
    lastName: input.lastName ?? null,
    title: input.title ?? null,
    salutation: input.salutation ?? null,
    displayName: input.displayName ?? null,
    companyName: input.companyName ?? null,
    email: input.email ?? null,
    username: input.username ?? null,
    phone: input.phone ?? null,
    phoneExt: input.phoneExt ?? null,
    mobile: input.mobile ?? null,
    workPhone: input.workPhone ?? null,
    workPhoneExt: input.workPhoneExt ?? null,
    fax: input.fax ?? null,
    faxExt: input.faxExt ?? null,
    accountType: input.accountType ?? 'unregistered',
    tier: input.tier ?? 'standard',
    status: input.status ?? 'active',
    lockedUntil: input.lockedUntil ?? null,
    accessBlocked: input.accessBlocked ?? false,
    processingBlocked: input.processingBlocked ?? false,
    anonymizedAt: input.anonymizedAt ?? null,
    preferredLanguage: input.preferredLanguage ?? null,
    birthday: input.birthday ?? null,
    referralCode: input.referralCode ?? null,
    pin: input.pin ?? null,
    registeredAt: input.registeredAt ?? null,
    registrationSource: input.registrationSource ?? null,
    lastLoginAt: input.lastLoginAt ?? null,
    lastActivityAt: input.lastActivityAt ?? null,
    lastPasswordChangeAt: input.lastPasswordChangeAt ?? null,
    isRecurringBuyer: input.isRecurringBuyer ?? false,
    preferredStoreId: input.preferredStore ? (references.idOf('storeLocations', input.preferredStore) ?? null) : null,
    scopeIds: (input.scopes ?? []).flatMap((scope) => references.idOf('scopes', scope) ?? []),
    marketingConsents: input.marketingConsents ?? [],
  }
}

function activityOf({ now }: ImportContext, { entry, row, before }: Written<'customers', CustomerInput>): ActivityRow {
  const { sourceSystem, externalId } = entry.input
  const changes = before ? changesOf<CustomerRow>(before, ownChanges(row)).changes : []
  return activityRow({
    id: newId(Date.parse(now)),
    customerId: row.id,
    kind: before ? 'detailsChanged' : 'customerCreated',
    group: 'account',
    at: now,
    actor: importerOf(sourceSystem),
    subject: { type: 'customer', id: row.id, label: customerName(row) },
    changes,
    data: { sourceSystem, externalId },
  })
}

/** What people know about a customer, without what the row keeps for itself. */
function ownChanges(row: CustomerRow): Partial<CustomerRow> {
  const { pin: _pin, ...known } = row
  const names = new Set([...Object.keys(customerSchema.shape), 'preferredStoreId'])
  const hidden = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'sourceSystem', 'externalId'])
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name) && !hidden.has(name)))
}

/** Orders are found by the name of their customer too. */
async function renameInOrders(
  { transaction }: ImportContext,
  { row, before }: Written<'customers', CustomerInput>,
): Promise<void> {
  if (!before) return
  if (customerName(before) === customerName(row) && before.customerNumber === row.customerNumber) return
  const where = { op: 'in', field: 'customerId', values: [row.id] } as const
  for (const { id, number } of (await transaction.find('orders', { where })).rows) {
    const searchText = searchTextOf([number, customerName(row), row.customerNumber])
    await transaction.update('orders', id, { searchText })
  }
}

/** Without its key a PIN could be found by trying all of them against a plain hash. */
async function seal(entry: Entry<CustomerInput>, findVault: FindPinVault): Promise<void> {
  const { input } = entry
  if (input.pin === undefined || input.pin === null) return
  const vault = await findVault()
  if (!vault) return fail(entry, '/pin', 'no-pin-key', 'PINs can be stored only when PIN_KEY is set')
  entry.hash = contentHash({ ...input, pin: await vault.fingerprint(input.pin) })
  entry.input = { ...input, pin: await vault.seal(input.pin) }
}

async function write(context: ImportContext, entries: Entry<CustomerInput>[]): Promise<void> {
  const found = await resolved(context, entries, [
    { collection: 'scopes', member: 'scopes', of: (input) => input.scopes ?? [] },
    { collection: 'storeLocations', member: 'preferredStore', of: (input) => [input.preferredStore] },
  ])
  const written = await upsert(context, 'customers', found, (entry, before): CustomerRow => {
    const entity = entityMembers('customers', context, entry, before)
    const own = membersOf(context, entry.input)
    const isMoved = before !== undefined && before.preferredStoreId !== own.preferredStoreId
    return {
      lastOrderId: null,
      lastOrderAt: null,
      openCaseCount: 0,
      preferredStoreChange: null,
      ...before,
      ...entity,
      ...own,
      preferredStoreVersion: (before?.preferredStoreVersion ?? 1) + (isMoved ? 1 : 0),
      ...(isMoved ? { preferredStoreChange: { at: entity.updatedAt, by: entity.updatedBy } } : {}),
      ...deriveCustomer(own, []),
    }
  })
  await refreshChanged(context, written)
  for (const { row } of written) if (row.anonymizedAt !== null) await removeDraftsOf(context.transaction, row.id)
  for (const one of written) await renameInOrders(context, one)
  await context.transaction.insert(
    'activities',
    written.map((one) => activityOf(context, one)),
  )
}

/** A changed customer may have addresses, which the derived members depend on. */
async function refreshChanged(context: ImportContext, written: Written<'customers', CustomerInput>[]): Promise<void> {
  const changed = written.filter(({ before }) => before !== undefined)
  const addresses = await addressesByCustomer(
    context,
    changed.map(({ row }) => row.id),
  )
  for (const { row } of changed) {
    await context.transaction.update('customers', row.id, deriveCustomer(row, addresses.get(row.id) ?? []))
  }
}

export const customers: Resource<CustomerInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  seal,
  write,
}
