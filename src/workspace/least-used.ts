import type { OpenRecord } from '#/workspace/open-records.ts'

interface Use {
  records: readonly OpenRecord[]
  pinned: readonly string[]
  unsaved: Readonly<Record<string, unknown>>
  /** Ids of records by use, the last one first; one that is not among them was never looked at. */
  used: readonly string[]
  active: string | null
}

/** The record that is given up first: not pinned, without unsaved edits, not shown, and longest not looked at. */
export function leastUsed({ records, pinned, unsaved, used, active }: Use): string | undefined {
  const age = (id: string) => {
    const at = used.indexOf(id)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const mayGo = ({ id }: OpenRecord) => id !== active && unsaved[id] === undefined && !pinned.includes(id)
  const [first, ...rest] = records.filter(mayGo).map(({ id }) => id)
  return rest.reduce((oldest, id) => (oldest !== undefined && age(id) <= age(oldest) ? oldest : id), first)
}

/** The ids with these behind the one that was used last. */
export const withUseBehind = ([last, ...others]: readonly string[], ids: readonly string[]): readonly string[] => [
  ...(last === undefined ? [] : [last]),
  ...ids,
  ...others.filter((other) => !ids.includes(other)),
]

/** The ids with this one as the last used. */
export const withUse = (used: readonly string[], id: string): readonly string[] =>
  used[0] === id ? used : [id, ...used.filter((other) => other !== id)]
