import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/addresses.ts'
import type { Address } from '#/contract/addresses.ts'
import { foldText } from '#/contract/fold-text.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { addressesOf, clearOtherPreferences, preferredFlags, refreshCustomer } from '#server/api/address-book.ts'
import { brokenAddressRules } from '#server/api/address-rules.ts'
import type { AddressPatch } from '#server/api/address-rules.ts'
import { created, done, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { orderUsages } from '#server/api/order-usage.ts'
import type { Usage } from '#server/api/order-usage.ts'
import { findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid, notFound } from '#server/api/refusal.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { AddressRow } from '#server/store/rows.ts'
import type { SortKey } from '#server/store/store.ts'

/** How long a deletion can be undone. */
export const restorableMs = 24 * 60 * 60 * 1000

const preferredFirst: SortKey<'addresses'>[] = [
  { rank: preferredFlags.map((field) => ({ op: 'in', field, values: [true] })) },
  { field: 'nameFolded' },
  { field: 'createdAt' },
]

export function registerAddresses({ handle, handleWrite }: Registry): void {
  handle(contract.listAddresses, async (call) => {
    await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'addresses', {
      where: [
        { op: 'in', field: 'customerId', values: [call.params.id] },
        { op: 'in', field: 'deletedAt', values: [null] },
      ],
      sort: sortKeys(call.query.sort, { name: 'nameFolded', createdAt: 'createdAt' }, preferredFirst),
    })
    const ids = rows.map(({ id }) => id)
    const usedBy = await orderUsages(call, call.params.id, 'addressIds', ids)
    return ok({ items: rows.map((row) => wireOf(row, usedBy(row.id))), ...page })
  })

  handle(contract.getAddress, async (call) => {
    await visibleCustomer(call, call.params.id)
    return ok(await addressOf(call, await ownAddress(call, call.params)))
  })

  handleWrite(contract.createAddress, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const body = call.body()
    const members = { ...blank, ...given(body) }
    const row: AddressRow = { ...members, ...foldedOf(members), ...newEntity(call), customerId: customer.id }
    refuseBrokenRules(row, body)
    const cleared = await clearOtherPreferences(call, row)
    await call.store.insert('addresses', [row])
    await refreshCustomer(call, customer)
    await record(call, row, 'addressAdded', changesOf<AddressRow>({ ...row, ...blank }, body).changes, cleared)
    return created(await addressOf(call, row), `/customers/${customer.id}/addresses/${row.id}`)
  })

  handleWrite(contract.patchAddress, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await ownAddress(call, call.params)
    const current = await addressOf(call, row)
    call.preconditions.requireMatch(current, contract.addressSchema)
    const patch = call.body()
    const { values, changes } = changesOf<AddressRow>(row, patch)
    const after: AddressRow = { ...row, ...values }
    refuseBrokenRules(after, patch)
    if (changes.length === 0) return ok(current)

    const changed = { ...after, ...foldedOf(after), ...touched(call, row) }
    const cleared = await clearOtherPreferences(call, changed)
    await call.store.update('addresses', row.id, { ...values, ...foldedOf(after), ...touched(call, row) })
    await refreshCustomer(call, customer)
    await record(call, changed, kindOf(changes), changes, cleared)
    return ok(await addressOf(call, changed))
  })

  handleWrite(contract.deleteAddress, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await ownAddress(call, call.params)
    call.preconditions.requireMatch(await addressOf(call, row), contract.addressSchema)
    // The name is free again at once; the flags stay, for they come back with a restoration.
    await call.store.update('addresses', row.id, { deletedAt: call.now, nameFolded: null, ...touched(call, row) })
    await refreshCustomer(call, customer)
    await record(call, row, 'addressDeleted', [])
    return done()
  })

  handleWrite(contract.restoreAddress, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await call.store.lock('addresses', call.params.addressId)
    if (row?.customerId !== customer.id || !isRestorable(row, call.now)) throw notFound()
    const others = await addressesOf(call.store, customer.id)
    const restored: AddressRow = {
      ...row,
      isPreferredBilling: row.isPreferredBilling && !others.some((other) => other.isPreferredBilling),
      isPreferredShipping: row.isPreferredShipping && !others.some((other) => other.isPreferredShipping),
      ...foldedOf(row),
      deletedAt: null,
      ...touched(call, row),
    }
    await call.store.update('addresses', row.id, restored)
    await refreshCustomer(call, customer)
    await record(call, restored, 'addressRestored', [])
    return created(await addressOf(call, restored), `/customers/${customer.id}/addresses/${row.id}`)
  })
}

const blank: Omit<AddressRow, keyof ReturnType<typeof newEntity> | 'customerId' | 'nameFolded' | 'postalCodeFolded'> = {
  name: null,
  firstName: null,
  lastName: null,
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
}

/** The members that are there. */
function given<T extends object>(members: T): { [Member in keyof T]: Exclude<T[Member], undefined> } {
  const named = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [Member in keyof T]: Exclude<T[Member], undefined> }
}

function foldedOf({ name, postalCode }: Pick<AddressRow, 'name' | 'postalCode'>) {
  return { nameFolded: name && foldText(name), postalCodeFolded: postalCode && foldText(postalCode) }
}

function refuseBrokenRules(after: AddressRow, patch: AddressPatch): void {
  const errors = brokenAddressRules(after, patch)
  if (errors.length > 0) throw invalid(...errors)
}

function isRestorable({ deletedAt }: AddressRow, now: string): boolean {
  return deletedAt !== null && Date.parse(now) - Date.parse(deletedAt) <= restorableMs
}

/** Choosing another preferred address is an event of its own. */
function kindOf(changes: readonly Change[]): CustomerActivityKind {
  const isPreference = changes.every(({ field }) => preferredFlags.some((flag) => flag === field))
  return isPreference ? 'preferredAddressChanged' : 'addressChanged'
}

async function record(
  call: WriteCall,
  row: AddressRow,
  kind: CustomerActivityKind,
  changes: Change[],
  cleared: string[] = [],
): Promise<void> {
  await recordActivity(call, {
    customerId: row.customerId,
    kind,
    group: 'addresses',
    subject: { type: 'address', id: row.id, label: row.name ?? row.line1 ?? row.id },
    changes,
    data: cleared.length > 0 ? { noLongerPreferred: cleared } : {},
  })
}

/** Where the bills go; nothing when no address is preferred for that. */
export async function preferredBillingAddress(call: ReadCall | WriteCall, customerId: string): Promise<Address | null> {
  const { rows } = await call.store.find('addresses', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        { op: 'in', field: 'deletedAt', values: [null] },
        { op: 'in', field: 'isPreferredBilling', values: [true] },
      ],
    },
    limit: 1,
  })
  return rows[0] ? await addressOf(call, rows[0]) : null
}

/** The address if it is the customer's and not deleted; who deleted it is said to whoever edits it. */
async function ownAddress(call: ReadCall | WriteCall, params: { id: string; addressId: string }): Promise<AddressRow> {
  const row = await call.store.get('addresses', params.addressId)
  if (row?.customerId !== params.id) throw notFound()
  if (row.deletedAt !== null) throw notFound({ deleted: { at: row.deletedAt, by: row.updatedBy } })
  return row
}

async function addressOf(call: ReadCall | WriteCall, row: AddressRow): Promise<Address> {
  return wireOf(row, (await orderUsages(call, row.customerId, 'addressIds', [row.id]))(row.id))
}

const wireOf = (row: AddressRow, usedBy: Usage[]): Address => ({ ...row, etag: etagOf(row), usedBy })
