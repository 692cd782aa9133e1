import type { OpenRecord } from '#/workspace/open-records.ts'

/** The pinned records first, each part in its order; the same array when that is so already. */
export function pinnedFirst(records: readonly OpenRecord[], pinned: readonly string[]): readonly OpenRecord[] {
  const isPinned = ({ id }: OpenRecord) => pinned.includes(id)
  const firstOther = records.findIndex((record) => !isPinned(record))
  if (firstOther === -1 || !records.slice(firstOther).some(isPinned)) return records
  return [...records.filter(isPinned), ...records.filter((record) => !isPinned(record))]
}

/** Pins a record, which makes it the last of the pinned, or frees it, which makes it the first of the others. */
export function withPin(
  { records, pinned }: { records: readonly OpenRecord[]; pinned: readonly string[] },
  id: string,
  isPinned: boolean,
) {
  const others = pinned.filter((other) => other !== id)
  const now = isPinned ? [...others, id] : others
  return { records: pinnedFirst(records, now), pinned: now }
}

/** Those of the records that close when all are asked to: pinned ones stay. */
export const unpinned = (ids: readonly string[], pinned: readonly string[]) => ids.filter((id) => !pinned.includes(id))
