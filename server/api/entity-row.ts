import type { WriteCall } from '#server/api/call.ts'
import { newId } from '#server/store/new-id.ts'
import type { EntityRow } from '#server/store/entity-members.ts'

/** Members of a row that the call brings into being. */
export function newEntity({ now, actor }: WriteCall): EntityRow {
  return {
    id: newId(Date.parse(now)),
    version: 1,
    createdAt: now,
    createdBy: actor,
    updatedAt: now,
    updatedBy: actor,
    sourceSystem: null,
    externalId: null,
    importHash: null,
  }
}

/** Members that every change of a versioned row sets. */
export const touched = ({ now, actor }: WriteCall, row: { version: number }) => ({
  version: row.version + 1,
  updatedAt: now,
  updatedBy: actor,
})
