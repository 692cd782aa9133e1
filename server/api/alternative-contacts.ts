import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/alternative-contacts.ts'
import type { AlternativeContact, Party } from '#/contract/alternative-contacts.ts'
import { customerName } from '#/contract/customer-name.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { created, done, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, invalid, notFound } from '#server/api/refusal.ts'
import { seesCustomer, visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { AlternativeContactRow } from '#server/store/care-rows.ts'
import { DuplicateError } from '#server/store/store.ts'

type Call = Pick<ReadCall | WriteCall, 'store' | 'identity'>

const newestFirst = [
  { field: 'createdAt', descending: true },
  { field: 'id', descending: true },
] as const

export function registerAlternativeContacts({ handle, handleWrite }: Registry): void {
  handle(contract.listAlternativeContacts, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'alternativeContacts', {
      where: [{ op: 'in', field: 'customerId', values: [id] }],
      sort: newestFirst,
    })
    return ok({ items: await alternativeContactsOf(call, rows), ...page })
  })

  handle(contract.listActsFor, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'alternativeContacts', {
      where: [{ op: 'in', field: 'memberId', values: [id] }],
      sort: newestFirst,
    })
    const partyOf = await partiesOf(
      call,
      rows.map(({ customerId }) => customerId),
    )
    const rightsOf = await rightsReader(call, rows)
    return ok({
      items: rows.map((row) =>
        Object.assign({ customer: partyOf(row.customerId), etag: etagOf(row) }, row, rightsOf(row)),
      ),
      ...page,
    })
  })

  handleWrite(contract.createAlternativeContact, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const { memberId, permissions } = call.body()
    const rights = permissionsOf({ support: false, billing: false, productIds: [] }, permissions)
    await refuseBrokenRules(call, customer.id, rights)
    const label = await memberName(call, customer.id, memberId)
    const row: AlternativeContactRow = { ...newEntity(call), ...rights, customerId: customer.id, memberId }
    await insert(call, row)
    const changes = changesOf<Rights>({ support: false, billing: false, productIds: [] }, rights).changes
    await record(call, row, 'alternativeContactAdded', label, changes)
    return created(await oneOf(call, row), `/customers/${customer.id}/alternative-contacts`)
  })

  handleWrite(contract.patchAlternativeContact, async (call) => {
    const row = await ownContact(call)
    const current = await oneOf(call, row)
    call.preconditions.requireMatch(current, contract.alternativeContactSchema)
    const rights = permissionsOf(row, call.body().permissions)
    const { values, changes } = changesOf<AlternativeContactRow>(row, rights)
    await refuseBrokenRules(call, row.customerId, rights, row.productIds)
    if (changes.length === 0) return ok(current)
    const changed = { ...row, ...values, ...touched(call, row) }
    await call.store.update('alternativeContacts', row.id, { ...values, ...touched(call, row) })
    await record(call, changed, 'alternativeContactChanged', labelOf(current.member), changes)
    return ok(await oneOf(call, changed))
  })

  handleWrite(contract.deleteAlternativeContact, async (call) => {
    const row = await ownContact(call)
    const current = await oneOf(call, row)
    call.preconditions.requireMatch(current, contract.alternativeContactSchema)
    await call.store.remove('alternativeContacts', row.id)
    const changes = changesOf<Rights>(row, { support: false, billing: false, productIds: [] }).changes
    await record(call, row, 'alternativeContactDeleted', labelOf(current.member), changes)
    return done()
  })
}

type Rights = Pick<AlternativeContactRow, 'support' | 'billing' | 'productIds'>
type RightsInput = { [Right in keyof Rights]?: Rights[Right] | undefined }

const permissionsOf = (before: Rights, given: RightsInput): Rights => ({
  support: given.support ?? before.support,
  billing: given.billing ?? before.billing,
  productIds: given.productIds ? [...new Set(given.productIds)] : before.productIds,
})

/** At least one right, and only for products that the customer has; those given before may be gone since. */
async function refuseBrokenRules(
  { store }: WriteCall,
  customerId: string,
  { support, billing, productIds }: Rights,
  known: readonly string[] = [],
): Promise<void> {
  if (!support && !billing && productIds.length === 0) {
    throw invalid({ pointer: '/permissions', code: 'no-permission', detail: 'Give at least one right' })
  }
  const found = await store.getMany('subscriptions', productIds)
  const own = new Set(found.filter((row) => row.customerId === customerId).map(({ id }) => id))
  const errors = productIds.flatMap((id, index) =>
    own.has(id) || known.includes(id)
      ? []
      : [
          {
            pointer: `/permissions/productIds/${index}`,
            code: 'not-found',
            detail: 'The customer has no such product',
          },
        ],
  )
  if (errors.length > 0) throw invalid(...errors)
}

/** Whoever acts for others is another customer with an account of their own. */
async function memberName(call: WriteCall, customerId: string, memberId: string): Promise<string> {
  const refuse = (code: string, detail: string) => invalid({ pointer: '/memberId', code, detail })
  if (memberId === customerId) throw refuse('self', 'Nobody acts for themselves')
  const member = await call.store.get('customers', memberId)
  if (!member || !seesCustomer(call.identity, member)) throw refuse('not-found', 'There is no such customer')
  if (member.accountType !== 'registered' || member.anonymizedAt !== null) {
    throw refuse('no-account', 'This customer has no account to sign in with')
  }
  return customerName(member)
}

async function insert({ store }: WriteCall, row: AlternativeContactRow): Promise<void> {
  try {
    await store.insert('alternativeContacts', [row])
  } catch (error) {
    if (!(error instanceof DuplicateError) || error.field !== 'member') throw error
    const conflictingId = error.conflictingId === null ? {} : { conflictingId: error.conflictingId }
    throw new Refusal('duplicate', { field: 'memberId', ...conflictingId })
  }
}

async function ownContact(
  call: Pick<WriteCall, 'store' | 'identity'> & { params: { id: string; contactId: string } },
): Promise<AlternativeContactRow> {
  await writableCustomer(call, call.params.id)
  const row = await call.store.get('alternativeContacts', call.params.contactId)
  if (row?.customerId !== call.params.id) throw notFound()
  return row
}

const labelOf = ({ name, customerNumber, id }: Party) => name ?? customerNumber ?? id

async function record(
  call: WriteCall,
  { id, customerId, memberId }: AlternativeContactRow,
  kind: CustomerActivityKind,
  label: string,
  changes: Change[],
): Promise<void> {
  const subject = { type: 'alternativeContact', id, label }
  await recordActivity(call, { customerId, kind, group: 'contacts', subject, changes, data: { memberId } })
}

async function oneOf(call: Call, row: AlternativeContactRow): Promise<AlternativeContact> {
  const [contact] = await alternativeContactsOf(call, [row])
  if (!contact) throw notFound()
  return contact
}

async function alternativeContactsOf(
  call: Call,
  rows: readonly AlternativeContactRow[],
): Promise<AlternativeContact[]> {
  const partyOf = await partiesOf(
    call,
    rows.map(({ memberId }) => memberId),
  )
  const rightsOf = await rightsReader(call, rows)
  return rows.map((row) => ({ ...row, etag: etagOf(row), member: partyOf(row.memberId), ...rightsOf(row) }))
}

/** The other customers; of those that the person may not see, their id and nothing else. */
async function partiesOf({ store, identity }: Call, ids: readonly string[]): Promise<(id: string) => Party> {
  const rows = await store.getMany('customers', [...new Set(ids)])
  const seen = new Map(rows.filter((row) => seesCustomer(identity, row)).map((row) => [row.id, row]))
  return (id) => {
    const row = seen.get(id)
    return {
      id,
      visible: row !== undefined,
      customerNumber: row?.customerNumber ?? null,
      name: row ? customerName(row) : null,
      email: row?.email ?? null,
      status: row?.status ?? null,
    }
  }
}

async function rightsReader({ store }: Call, rows: readonly AlternativeContactRow[]) {
  const ids = new Set(rows.flatMap(({ productIds }) => productIds))
  const products = new Map((await store.getMany('subscriptions', [...ids])).map((row) => [row.id, row]))
  return ({ support, billing, productIds }: Rights): Pick<AlternativeContact, 'permissions' | 'products'> => ({
    permissions: { support, billing, productIds },
    products: productIds.map((id) => {
      const product = products.get(id)
      return { id, name: product?.name ?? null, status: product?.status ?? null }
    }),
  })
}
