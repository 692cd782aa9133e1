import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/contacts.ts'
import type { Contact } from '#/contract/contacts.ts'
import { postalAddressMembers } from '#/contract/addresses.ts'
import type { PostalAddress } from '#/contract/addresses.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { created, done, ok } from '#server/api/answer.ts'
import { brokenAddressRules } from '#server/api/address-rules.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, invalid, notFound } from '#server/api/refusal.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { ContactRow } from '#server/store/care-rows.ts'
import type { SortKey } from '#server/store/store.ts'

const flags = ['isPrimary', 'isBilling'] as const

/** Primary, billing, then newest; one who is both counts once. */
export const foremostFirst: SortKey<'contacts'>[] = [
  { rank: flags.map((field) => ({ op: 'in', field, values: [true] })) },
  { field: 'createdAt', descending: true },
  { field: 'id', descending: true },
]

export function registerContacts({ handle, handleWrite }: Registry): void {
  handle(contract.listContacts, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'contacts', {
      where: [{ op: 'in', field: 'customerId', values: [id] }],
      sort: foremostFirst,
    })
    return ok({ items: rows.map(contactOf), ...page })
  })

  handle(contract.getContact, async (call) => {
    await visibleCustomer(call, call.params.id)
    return ok(contactOf(await ownContact(call)))
  })

  handleWrite(contract.createContact, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const body = call.body()
    const others = await contactsOf(call, customer.id)
    const { address, ...members } = body
    const row: ContactRow = {
      ...newEntity(call),
      customerId: customer.id,
      name: members.name,
      role: members.role ?? null,
      phone: members.phone ?? null,
      phoneExt: members.phoneExt ?? null,
      email: members.email ?? null,
      address: postalAddressOf(address) ?? null,
      isPrimary: members.isPrimary === true || !others.some(({ isPrimary }) => isPrimary),
      isBilling: members.isBilling === true || !others.some(({ isBilling }) => isBilling),
    }
    refuseBrokenRules(row, body)
    const moved = await takeFlags(call, row, others)
    await call.store.insert('contacts', [row])
    await record(call, row, 'contactAdded', changesOf<ContactRow>({ ...row, ...blank }, row).changes, moved)
    return created(contactOf(row), `/customers/${customer.id}/contacts/${row.id}`)
  })

  handleWrite(contract.patchContact, async (call) => {
    const row = await writableContact(call)
    call.preconditions.requireMatch(contactOf(row), contract.contactSchema)
    const { address, ...patch } = call.body()
    const dropped = flags.filter((flag) => row[flag] && patch[flag] === false)
    if (dropped.length > 0) throw invalid(...dropped.map(keepsFlag))
    const { values, changes } = changesOf<ContactRow>(row, { ...patch, address: postalAddressOf(address) })
    const after: ContactRow = { ...row, ...values }
    refuseBrokenRules(after, { ...patch, address })
    if (changes.length === 0) return ok(contactOf(row))

    const changed = { ...after, ...touched(call, row) }
    const moved = await takeFlags(call, changed, await contactsOf(call, row.customerId))
    await call.store.update('contacts', row.id, { ...values, ...touched(call, row) })
    await record(call, changed, 'contactChanged', changes, moved)
    return ok(contactOf(changed))
  })

  handleWrite(contract.deleteContact, async (call) => {
    const row = await writableContact(call)
    call.preconditions.requireMatch(contactOf(row), contract.contactSchema)
    const usedBy = flags.flatMap((flag) => (row[flag] ? [{ type: flagTypes[flag], id: row.id, label: row.name }] : []))
    if (usedBy.length > 0) throw new Refusal('in-use', { usedBy })
    await call.store.remove('contacts', row.id)
    await record(call, row, 'contactDeleted', changesOf<ContactRow>(row, blank).changes, [])
    return done()
  })
}

const flagTypes = { isPrimary: 'primaryContact', isBilling: 'billingContact' } as const

const keepsFlag = (flag: (typeof flags)[number]) => ({
  pointer: `/${flag}`,
  code: 'flag-needed',
  detail: 'Flag another contact instead: one always is',
})

const blank = { name: '', role: null, phone: null, phoneExt: null, email: null, address: null }

type AddressInput = { [Member in keyof PostalAddress]?: string | null | undefined }

const members = Object.keys(postalAddressMembers) as (keyof PostalAddress)[]

/** The address with every member; nothing when it holds nothing. */
function postalAddressOf(given: AddressInput | null | undefined): PostalAddress | null | undefined {
  if (!given) return given
  const address = Object.fromEntries(members.map((member) => [member, given[member] ?? null]))
  return Object.values(address).some((value) => value !== null) ? (address as unknown as PostalAddress) : null
}

function refuseBrokenRules(
  { phone, phoneExt, address }: ContactRow,
  given: {
    phone?: string | null | undefined
    phoneExt?: string | null | undefined
    address?: AddressInput | null | undefined
  },
): void {
  const { regionCode = null, countryCode = null, postalCode = null } = address ?? {}
  const patch = { phone: given.phone, phoneExt: given.phoneExt, ...given.address }
  const errors = brokenAddressRules({ phone, phoneExt, regionCode, countryCode, postalCode }, patch as object)
  if (errors.length === 0) return
  throw invalid(
    ...errors.map(({ pointer, code, detail }) => ({
      pointer: pointer === '/phoneExt' ? pointer : `/address${pointer}`,
      code,
      detail,
    })),
  )
}

async function contactsOf({ store }: WriteCall, customerId: string): Promise<ContactRow[]> {
  return (await store.find('contacts', { where: { op: 'in', field: 'customerId', values: [customerId] } })).rows
}

/** A flag has one place: takes those of this contact away from the others, whose versions move on. */
async function takeFlags(call: WriteCall, row: ContactRow, others: readonly ContactRow[]): Promise<string[]> {
  const moved: string[] = []
  for (const other of others) {
    const held = flags.filter((flag) => row[flag] && other[flag])
    if (other.id === row.id || held.length === 0) continue
    const changes = Object.fromEntries(held.map((flag) => [flag, false]))
    await call.store.update('contacts', other.id, { ...changes, ...touched(call, other) })
    moved.push(other.id)
  }
  return moved
}

type ContactCall<C extends ReadCall | WriteCall> = Pick<C, 'store' | 'identity'> & {
  params: { id: string; contactId: string }
}

async function ownContact({ store, params }: ContactCall<ReadCall>): Promise<ContactRow> {
  const row = await store.get('contacts', params.contactId)
  if (row?.customerId !== params.id) throw notFound()
  return row
}

async function writableContact(call: ContactCall<WriteCall>): Promise<ContactRow> {
  await writableCustomer(call, call.params.id)
  return await ownContact(call)
}

async function record(
  call: WriteCall,
  { id, name, customerId }: ContactRow,
  kind: CustomerActivityKind,
  changes: Change[],
  moved: string[],
): Promise<void> {
  const told = changes.filter(({ field }) => field in contract.contactSchema.shape && !kept.has(field))
  const subject = { type: 'contact', id, label: name }
  const data = moved.length > 0 ? { noLongerFlagged: moved } : {}
  await recordActivity(call, { customerId, kind, group: 'contacts', subject, changes: told, data })
}

/** Of no interest to whoever reads what changed. */
const kept = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'sourceSystem', 'externalId'])

export const contactOf = (row: ContactRow): Contact => ({ ...row, etag: etagOf(row) })
