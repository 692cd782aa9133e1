import type { ReadCall, WriteCall } from '#server/api/call.ts'
import type { Identity } from '#server/api/deps.ts'
import { Refusal, notFound } from '#server/api/refusal.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import type { Condition, Field } from '#server/store/store.ts'

export const seesAllScopes = ({ staff }: Identity) => staff.scopeIds.includes('*')

/** Customers of no scope are everybody's. */
export function visibleCustomers(identity: Identity): Condition<'customers'>[] {
  if (seesAllScopes(identity)) return []
  return [
    {
      op: 'or',
      conditions: [
        { op: 'overlaps', field: 'scopeIds', values: identity.staff.scopeIds },
        { op: 'empty', field: 'scopeIds' },
      ],
    },
  ]
}

export function seesScope(identity: Identity, scopeId: string): boolean {
  return seesAllScopes(identity) || identity.staff.scopeIds.includes(scopeId)
}

/** Orders and carts of scopes that the person does not see are left out. */
export function inVisibleScopes<C extends 'orders' | 'carts'>(identity: Identity): Condition<C>[] {
  if (seesAllScopes(identity)) return []
  return [{ op: 'in', field: 'scopeId' as Field<C>, values: identity.staff.scopeIds }]
}

export function seesCustomer(identity: Identity, { scopeIds }: CustomerRow): boolean {
  return seesAllScopes(identity) || scopeIds.length === 0 || scopeIds.some((id) => identity.staff.scopeIds.includes(id))
}

/** The customer, or 404 when there is none or it belongs to scopes of others. */
export async function visibleCustomer(call: Pick<ReadCall, 'store' | 'identity'>, id: string): Promise<CustomerRow> {
  const customer = await call.store.get('customers', id)
  if (!customer || !seesCustomer(call.identity, customer)) throw notFound()
  return customer
}

/** The customer, kept from changes by others until the transaction ends; 403 when it was anonymised. */
export async function writableCustomer(call: Pick<WriteCall, 'store' | 'identity'>, id: string): Promise<CustomerRow> {
  const customer = await call.store.lock('customers', id)
  if (!customer || !seesCustomer(call.identity, customer)) throw notFound()
  if (customer.anonymizedAt !== null) throw new Refusal('anonymized-record')
  return customer
}
