import { brokenAttributeRules } from '#/contract/attribute-rules.ts'
import { customerAttributesSchema, getCustomerAttributes, patchCustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeValue, CustomerAttributes } from '#/contract/attributes.ts'
import { customerName } from '#/contract/customer-name.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { touched } from '#server/api/entity-row.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid } from '#server/api/refusal.ts'
import { pointerTo } from '#server/api/validation.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { CustomerAttributesRow, CustomerRow } from '#server/store/rows.ts'
import type { Reader } from '#server/store/store.ts'

type Values = Record<string, AttributeValue>

export function registerAttributes({ handle, handleWrite }: Registry): void {
  handle(getCustomerAttributes, async (call) => {
    const customer = await visibleCustomer(call, call.params.id)
    return ok(attributesOf(await rowOf(call.store, customer), customer))
  })

  handleWrite(patchCustomerAttributes, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await rowOf(call.store, customer)
    call.preconditions.requireMatch(attributesOf(row, customer), customerAttributesSchema)
    const patch = call.body().values
    await refuseBrokenValues(call.store, patch, row.values)

    const before = { ...Object.fromEntries(Object.keys(patch).map((name) => [name, null])), ...row.values }
    const { changes } = changesOf<Values>(before, patch)
    if (changes.length === 0) return ok(attributesOf(row, customer))

    const kept = Object.entries({ ...row.values, ...patch }).filter(([, value]) => value !== null)
    const changed: CustomerAttributesRow = {
      id: customer.id,
      ...touched(call, row),
      values: Object.fromEntries(kept),
    }
    if (row.version === 0) await call.store.insert('customerAttributes', [changed])
    else await call.store.update('customerAttributes', customer.id, changed)
    await recordActivity(call, {
      customerId: customer.id,
      kind: 'attributesChanged',
      group: 'attributes',
      subject: { type: 'customer', id: customer.id, label: customerName(customer) },
      changes,
    })
    return ok(attributesOf(changed, customer))
  })
}

/** A customer without any value has no row yet: that is version 0. */
async function rowOf(store: Reader, { id }: CustomerRow): Promise<CustomerAttributesRow> {
  const nothing = { id, version: 0, values: {}, updatedAt: null, updatedBy: null }
  return (await store.get('customerAttributes', id)) ?? nothing
}

const attributesOf = (row: CustomerAttributesRow, customer: CustomerRow): CustomerAttributes => ({
  etag: etagOf(row),
  updatedAt: row.updatedAt ?? customer.createdAt,
  updatedBy: row.updatedBy ?? customer.createdBy,
  values: row.values,
})

async function refuseBrokenValues(store: Reader, patch: Values, before: Values): Promise<void> {
  const definitions = await store.getMany('attributeDefinitions', Object.keys(patch))
  const lookups = await store.getMany(
    'lookups',
    definitions.flatMap(({ lookupName }) => lookupName ?? []),
  )
  const errors = Object.entries(patch).flatMap(([name, value]) => {
    const definition = definitions.find(({ id }) => id === name)
    return brokenAttributeRules(value, {
      pointer: pointerTo(['values', name]),
      definition,
      lookup: lookups.find(({ id }) => id === definition?.lookupName),
      before: before[name] ?? null,
    })
  })
  if (errors.length > 0) throw invalid(...errors)
}
