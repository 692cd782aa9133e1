import { isNewId, sections, type Section } from '#/workspace/open-records.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

/** The record so many places further in the strip, round its ends; from elsewhere the first or last. */
export function neighbour({ records, active }: WorkspaceState, by: 1 | -1): string | undefined {
  const at = records.findIndex((record) => record.id === active)
  const next = records.at(at === -1 ? (by === 1 ? 0 : -1) : (at + by) % records.length)
  return next && next.id !== active ? next.id : undefined
}

/** The next or previous section of the record that is shown. */
export function neighbourSection({ records, active }: WorkspaceState, by: 1 | -1): Section | undefined {
  const record = records.find(({ id }) => id === active)
  return record && !isNewId(record.id) ? sections[sections.indexOf(record.section) + by] : undefined
}
