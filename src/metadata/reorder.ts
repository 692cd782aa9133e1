export interface Ordered {
  key: string
  displayOrder: number
}

/** Room that is left between two, so that a third fits without moving either. */
const step = 10

/**
 * The new places after the one at `from` moved to `to`, of those whose place has to change: usually that one alone.
 * The items stand in their order.
 */
export function reorder(items: readonly Ordered[], from: number, to: number): Ordered[] {
  const moved = items[from]
  if (!moved || from === to || to < 0 || to >= items.length) return []
  const others = items.filter((_, index) => index !== from)
  const [before, after] = [others[to - 1]?.displayOrder, others[to]?.displayOrder]
  const place = placeBetween(before, after)
  if (place !== undefined) return [{ key: moved.key, displayOrder: place }]
  const all = others.toSpliced(to, 0, moved).map(({ key }, index) => ({ key, displayOrder: (index + 1) * step }))
  return all.filter(({ key, displayOrder }) => items.find((item) => item.key === key)?.displayOrder !== displayOrder)
}

function placeBetween(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return (after ?? 2 * step) - step
  if (after === undefined) return before + step
  const middle = Math.floor((before + after) / 2)
  return middle > before && middle < after ? middle : undefined
}

/** The place after all others. */
export const lastPlace = (items: readonly { displayOrder: number }[]) =>
  items.reduce((last, { displayOrder }) => Math.max(last, displayOrder), 0) + step
