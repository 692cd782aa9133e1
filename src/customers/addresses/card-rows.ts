import { cardGap, minCardWidth } from '#/customers/record/cards.ts'

/** What stands at one place of the grid. */
export interface Placed {
  key: string
  /** Takes the whole width: a form. */
  isWide: boolean
}

/** How many cards stand beside each other; as the style of the grid counts. */
export const columnsIn = (width: number) =>
  Number.isFinite(width) ? Math.max(1, Math.floor((width + cardGap) / (minCardWidth + cardGap))) : 4

/** The rows that the grid makes: so many cards each, and a form alone. */
export function rowsOf<T extends Placed>(placed: readonly T[], columns: number): T[][] {
  const rows: T[][] = []
  for (const one of placed) {
    const last = rows.at(-1)
    const hasRoom = last !== undefined && last.length < columns && !last[0]?.isWide
    if (hasRoom && !one.isWide) last.push(one)
    else rows.push([one])
  }
  return rows
}
