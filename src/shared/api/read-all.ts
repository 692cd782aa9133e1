import type { Page } from '#/contract/common.ts'

/** As many as one answer may hold. */
const limit = 200

/** Every item of a list that is small by nature, page by page. */
export async function readAll<Item>(
  read: (place: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor === undefined ? { limit } : { limit, cursor })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return items
}
