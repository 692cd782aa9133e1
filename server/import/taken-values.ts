import type { CollectionName, Rows } from '#server/store/rows.ts'
import { uniqueKeys, type Condition, type Reader } from '#server/store/store.ts'

type Keys = Record<string, readonly string[]>

const keysOf = (collection: CollectionName): [name: string, fields: readonly string[]][] =>
  Object.entries((collection in uniqueKeys ? uniqueKeys[collection as keyof typeof uniqueKeys] : {}) as Keys).filter(
    ([name]) => name !== 'externalId',
  )

function valuesOf(row: object, fields: readonly string[]): string | undefined {
  const values = fields.map((field): unknown => Reflect.get(row, field))
  return values.includes(null) ? undefined : JSON.stringify(values)
}

/**
 * Which of the rows would take a unique value that another row has, in the store or further up in the list; by id, with
 * the name of the key. Asked before writing, because a database gives up a whole transaction at the first collision.
 */
export async function takenValues<C extends CollectionName>(
  store: Reader,
  collection: C,
  rows: readonly Rows[C][],
): Promise<Map<string, string>> {
  const taken = new Map<string, string>()
  for (const [name, fields] of keysOf(collection)) {
    const wanted = rows.filter((row) => valuesOf(row, fields) !== undefined)
    if (wanted.length === 0) continue
    const conditions = fields.map((field) => ({
      op: 'in',
      field,
      values: [...new Set(wanted.map((row): unknown => Reflect.get(row, field)))],
    })) as unknown as Condition<C>[]
    const { rows: present } = await store.find(collection, { where: { op: 'and', conditions } })
    const changing = new Set(rows.map((row) => row.id))
    const owners = new Map(
      present.filter((row) => !changing.has(row.id)).map((row) => [valuesOf(row, fields), row.id] as const),
    )
    for (const row of wanted) {
      const value = valuesOf(row, fields)
      const owner = owners.get(value)
      if (owner !== undefined && owner !== row.id) taken.set(row.id, name)
      else owners.set(value, row.id)
    }
  }
  return taken
}
