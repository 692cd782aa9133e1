import type { CustomerStore } from '#/contract/stores.ts'

/** What was taken off in a dialog, and the order of all rows as they were shown then, by the ids of the stores. */
export interface TakenOff {
  rows: readonly CustomerStore[]
  order: readonly string[]
}

export const nothingTakenOff: TakenOff = { rows: [], order: [] }

/** One more that is taken off the rows as they are shown. */
export const takeOff = ({ rows }: TakenOff, shown: readonly CustomerStore[], id: string): TakenOff => ({
  rows: [...rows.filter(({ store }) => store.id !== id), ...shown.filter(({ store }) => store.id === id)],
  order: shown.map(({ store }) => store.id),
})

/**
 * The stores of the list and those taken off that are not on it again. Each stays where it is while the dialog is open, also
 * when the list puts what was put back elsewhere: a row that moves loses the focus.
 */
export function rowsOf(linked: readonly CustomerStore[], { rows, order }: TakenOff): readonly CustomerStore[] {
  const placeOf = ({ store }: CustomerStore) => (order.includes(store.id) ? order.indexOf(store.id) : order.length)
  const off = rows.filter((row) => linked.every(({ store }) => store.id !== row.store.id))
  return [...linked, ...off].toSorted((one, other) => placeOf(one) - placeOf(other))
}
