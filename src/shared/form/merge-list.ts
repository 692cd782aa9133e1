interface Options<Item> {
  /** Items with the same key are the same; without one they count as nothing. */
  keyOf: (item: Item) => string
  /**
   * Items are lines that can be rewritten: the same one taken away on both sides, with another in its place, is one line
   * that both rewrote. Without it the list is a set, where that cannot be.
   */
  isLines?: boolean
}

/** What one side took away from a list and what it added, by key. */
function changesOf<Item>(base: readonly Item[], now: readonly Item[], keyOf: (item: Item) => string) {
  const before = new Set(base.map(keyOf))
  const after = new Set(now.map(keyOf))
  return {
    removed: new Set([...before].filter((key) => !after.has(key))),
    added: now.filter((item) => keyOf(item) !== '' && !before.has(keyOf(item))),
  }
}

/**
 * Three-way merge of lists, item by item: mine in its order without what they took away, then what they added. Nothing
 * when somebody has to choose: both rewrote the same line, or they only put the items into another order.
 */
export function mergeList<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  { keyOf, isLines = false }: Options<Item>,
): Item[] | undefined {
  const [here, there] = [changesOf(base, mine, keyOf), changesOf(base, theirs, keyOf)]
  const isReordered = there.removed.size === 0 && there.added.length === 0
  const isRewritten = here.added.length > 0 || there.added.length > 0
  if (isLines && isReordered) return undefined
  if (isLines && isRewritten && [...here.removed].some((key) => there.removed.has(key))) return undefined
  const known = new Set(mine.map(keyOf))
  return [
    ...mine.filter((item) => !there.removed.has(keyOf(item))),
    ...there.added.filter((item) => !known.has(keyOf(item))),
  ]
}
