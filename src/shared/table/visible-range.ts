/** Which rows are rendered, and the pixels of those that are not. */
export interface VisibleRange {
  start: number
  end: number
  before: number
  after: number
}

/** Rows that are rendered beyond what is seen, on either side. */
export const overscan = 8

/** The rows around an offset as far as the height of the window goes, as if all had the same height. */
export function plainRange(count: number, rowHeight: number, offset: number): VisibleRange {
  const seen = Math.ceil(window.innerHeight / rowHeight)
  const end = Math.min(count, Math.floor(offset / rowHeight) + seen + overscan)
  const start = Math.max(0, end - seen - 2 * overscan)
  return { start, end, before: start * rowHeight, after: (count - end) * rowHeight }
}
