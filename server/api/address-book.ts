import { isSame } from '#/contract/same-json.ts'
import type { WriteCall } from '#server/api/call.ts'
import { touched } from '#server/api/entity-row.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { AddressRow, CustomerRow } from '#server/store/rows.ts'
import type { Reader } from '#server/store/store.ts'

export const preferredFlags = ['isPreferredBilling', 'isPreferredShipping'] as const

/** Addresses of a customer that are not deleted. */
export async function addressesOf(store: Reader, customerId: string): Promise<AddressRow[]> {
  const { rows } = await store.find('addresses', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        { op: 'in', field: 'deletedAt', values: [null] },
      ],
    },
  })
  return rows
}

/** Only one address is preferred: takes the flags of this one away from the others, whose versions move on. */
export async function clearOtherPreferences(call: WriteCall, preferred: AddressRow): Promise<string[]> {
  const flags = preferredFlags.filter((flag) => preferred[flag])
  if (flags.length === 0) return []
  const cleared: string[] = []
  for (const other of await addressesOf(call.store, preferred.customerId)) {
    const held = flags.filter((flag) => other[flag])
    if (other.id === preferred.id || held.length === 0) continue
    const changes = Object.fromEntries(held.map((flag) => [flag, false]))
    await call.store.update('addresses', other.id, { ...changes, ...touched(call, other) })
    cleared.push(other.id)
  }
  return cleared
}

/** Brings what is derived from the addresses up to date; the customer's own version stays. */
export async function refreshCustomer(call: WriteCall, customer: CustomerRow): Promise<void> {
  const derived = deriveCustomer(customer, await addressesOf(call.store, customer.id))
  const current: Partial<CustomerRow> = customer
  const changed = Object.entries(derived).filter(
    ([member, value]) => !isSame(value, current[member as keyof typeof derived]),
  )
  // Most addresses change nothing of it, and a customer stands in many indexes.
  if (changed.length > 0) await call.store.update('customers', customer.id, Object.fromEntries(changed))
}
