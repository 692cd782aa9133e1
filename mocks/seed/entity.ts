import type { Actor } from '#/contract/common.ts'
import { systemActor } from '#mocks/seed/actors.ts'
import type { EntityRow } from '#server/store/entity-members.ts'

/** Members that every stored entity has, as if nobody had changed it since. */
export function entityOf(id: string, createdAt: string, createdBy: Actor = systemActor): EntityRow {
  return {
    id,
    version: 1,
    createdAt,
    createdBy,
    updatedAt: createdAt,
    updatedBy: createdBy,
    sourceSystem: null,
    externalId: null,
    importHash: null,
  }
}
