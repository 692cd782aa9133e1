import type { Page } from '#/contract/common.ts'
import type { ReadCall } from '#server/api/call.ts'
import { listHash, parseCursor, printCursor } from '#server/api/cursor.ts'
import { countedTo, defaultLimit } from '#server/api/page.ts'
import type { PagingQuery } from '#server/api/page.ts'
import type { Scalar } from '#server/store/store.ts'

interface Order<Item> {
  keys: ((item: Item) => Scalar)[]
  descending?: boolean[]
  id: (item: Item) => string
}

/**
 * One page of a list that is small by nature and whose order or filter no store knows: it is made whole, then cut. The
 * cursor holds the keys of the last item, so that items that come or go meanwhile repeat and skip nothing.
 */
export async function smallPage<Item>(call: ReadCall, items: readonly Item[], order: Order<Item>): Promise<Page<Item>> {
  const { limit = defaultLimit, cursor, count } = call.query as PagingQuery
  const hash = await listHash(call.endpoint.name, new URL(call.request.url).pathname, call.query as object)
  const keysOf = (item: Item) => [...order.keys.map((key) => key(item)), order.id(item)]
  const compare = (a: readonly Scalar[], b: readonly Scalar[]) => compareKeys(a, b, order.descending ?? [])

  const after = cursor && parseCursor(cursor, hash, (values) => values.length === order.keys.length + 1)
  const sorted = items.toSorted((a, b) => compare(keysOf(a), keysOf(b)))
  const rest = after ? sorted.filter((item) => compare(keysOf(item), after) > 0) : sorted
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page,
    ...(last && rest.length > limit ? { next: printCursor(hash, keysOf(last)) } : {}),
    ...(count ? { total: { value: Math.min(items.length, countedTo), relation: 'eq' } } : {}),
  }
}

function compareKeys(a: readonly Scalar[], b: readonly Scalar[], descending: readonly boolean[]): number {
  for (const [index, left] of a.entries()) {
    const order = compareScalars(left, b[index] ?? null)
    if (order === 0) continue
    const isMissing = left === null || (b[index] ?? null) === null
    return descending[index] && !isMissing ? -order : order
  }
  return 0
}

/** Missing values last. */
function compareScalars(a: Scalar, b: Scalar): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
