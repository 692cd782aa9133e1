import { blankCustomer } from '#/contract/blank-customer.ts'
import { createCustomer } from '#/contract/create-customer.ts'
import type { CreatedCustomer, CustomerCreate } from '#/contract/create-customer.ts'
import { customerName } from '#/contract/customer-name.ts'
import type { ProblemError } from '#/contract/problem.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { created } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { customerOf } from '#server/api/customer-answer.ts'
import { nextCustomerNumber } from '#server/api/customer-number.ts'
import { brokenCreationRulesOf } from '#server/api/customer-rules.ts'
import { newEntity } from '#server/api/entity-row.ts'
import { consentsAfter } from '#server/api/marketing-consents.ts'
import { invalid } from '#server/api/refusal.ts'
import { seesAllScopes, seesScope, visibleCustomers } from '#server/api/visibility.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { DerivedCustomer } from '#server/store/derive-customer.ts'
import type { EntityRow } from '#server/store/entity-members.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { DuplicateError } from '#server/store/store.ts'

const duplicatesAtMost = 10

/** What a row holds besides what every row holds and what follows from the rest. */
type Fields = Omit<CustomerRow, keyof EntityRow | keyof DerivedCustomer>

export function registerCreateCustomer({ handleWrite }: Registry): void {
  handleWrite(createCustomer, async (call) => {
    const body = call.body()
    const wanted = fieldsOf(call, body)
    const errors = [...brokenCreationRulesOf(wanted), ...(await unknownScopes(call, body.scopeIds))]
    if (errors.length > 0) throw invalid(...errors)

    const fields = { ...wanted, customerNumber: await nextCustomerNumber(call.store) }
    const row: CustomerRow = { ...fields, ...newEntity(call), ...deriveCustomer(fields, []) }
    const possibleDuplicates = await duplicatesOf(call, row)
    const inserted = await insertCustomer(call, row, body.username === undefined)
    await recordActivity(call, {
      customerId: row.id,
      kind: 'customerCreated',
      group: 'account',
      subject: { type: 'customer', id: row.id, label: customerName(row) },
      changes: changesOf(blank, { ...fields, username: inserted.username }).changes,
    })
    return created({ ...(await customerOf(call, inserted)), possibleDuplicates }, `/customers/${row.id}`)
  })
}

/** An account of which nothing is known yet. */
const blank: Fields = {
  ...blankCustomer,
  pin: null,
  registrationSource: 'staff',
  preferredStoreVersion: 1,
  preferredStoreChange: null,
  lastOrderId: null,
  lastOrderAt: null,
  openCaseCount: 0,
}

function fieldsOf(call: WriteCall, body: CustomerCreate): Fields {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  return {
    ...blank,
    ...(given as Partial<Fields>),
    registeredAt: call.now,
    scopeIds: scopesFor(call, body.scopeIds ?? []),
    marketingConsents: consentsAfter(blank, body.marketingConsents ?? [], call.now),
  }
}

/** A customer of no scope is everybody's: only who sees every scope makes such ones. */
function scopesFor({ identity }: WriteCall, wanted: readonly string[]): string[] {
  if (wanted.length > 0) return [...new Set(wanted)]
  return seesAllScopes(identity) ? [] : identity.staff.scopeIds
}

async function unknownScopes({ store, identity }: WriteCall, wanted: readonly string[] = []): Promise<ProblemError[]> {
  const known = new Set((await store.getMany('scopes', wanted)).map(({ id }) => id))
  return wanted.flatMap((id, index) =>
    known.has(id) && seesScope(identity, id)
      ? []
      : [{ pointer: `/scopeIds/${index}`, code: 'not-found', detail: 'There is no such scope' }],
  )
}

/** Others that the person may see and that have the same email. */
async function duplicatesOf(
  { store, identity }: WriteCall,
  { emailSort }: CustomerRow,
): Promise<CreatedCustomer['possibleDuplicates']> {
  if (emailSort === null) return []
  const { rows } = await store.find('customers', {
    where: {
      op: 'and',
      conditions: [{ op: 'in', field: 'emailSort', values: [emailSort] }, ...visibleCustomers(identity)],
    },
    limit: duplicatesAtMost,
  })
  return rows.map((row) => ({ id: row.id, customerNumber: row.customerNumber, name: customerName(row) }))
}

/** Whoever signs in does so with the email, unless told otherwise or somebody else has it as username. */
async function insertCustomer(
  { store }: WriteCall,
  row: CustomerRow,
  mayChooseUsername: boolean,
): Promise<CustomerRow> {
  if (!mayChooseUsername || row.accountType !== 'registered') {
    await store.insert('customers', [row])
    return row
  }
  const named = { ...row, username: row.email }
  try {
    await store.insert('customers', [named])
    return named
  } catch (error) {
    if (!(error instanceof DuplicateError) || error.field !== 'username') throw error
    await store.insert('customers', [row])
    return row
  }
}
