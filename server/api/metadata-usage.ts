import type { AttributeValue } from '#/contract/attributes.ts'
import type { Problem } from '#/contract/problem.ts'
import { Refusal } from '#server/api/refusal.ts'
import type { AttributeDefinitionRow } from '#server/store/rows.ts'
import type { Reader } from '#server/store/store.ts'

type UsedBy = NonNullable<Problem['usedBy']>

const batch = 500
const shownAtMost = 5

/** 409 when some customers have a value that the test speaks of. */
export async function refuseWhileCustomersHave(
  store: Reader,
  isMeant: (values: Record<string, AttributeValue>) => boolean,
): Promise<void> {
  const ids: string[] = []
  let after: Parameters<Reader['find']>[1]['after']
  do {
    const found = await store.find('customerAttributes', { limit: batch, ...(after ? { after } : {}) })
    ids.push(...found.rows.filter(({ values }) => isMeant(values)).map(({ id }) => id))
    after = found.next
  } while (after && ids.length < shownAtMost)
  const customers = await store.getMany('customers', ids.slice(0, shownAtMost))
  refuseUse(customers.map(({ id, customerNumber }) => ({ type: 'customer', id, label: customerNumber })))
}

/** 409 when definitions name a lookup or a group. */
export async function refuseWhileDefinitionsName(
  store: Reader,
  field: 'lookupName' | 'groupId',
  value: string,
): Promise<void> {
  const definitions = await definitionsNaming(store, field, value)
  refuseUse(definitions.map(({ id }) => ({ type: 'attributeDefinition', id, label: id })))
}

export async function definitionsNaming(
  store: Reader,
  field: 'lookupName' | 'groupId',
  value: string,
): Promise<AttributeDefinitionRow[]> {
  return (await store.find('attributeDefinitions', { where: { op: 'in', field, values: [value] } })).rows
}

function refuseUse(usedBy: UsedBy): void {
  if (usedBy.length > 0) throw new Refusal('in-use', { usedBy })
}
