import type { Actor } from '#/contract/common.ts'
import { instant, instantOrNull, json, jsonOrNull, key, whole, wordsOrNull } from '#server/store/sql/column-kinds.ts'

/** Where a row came from. */
export const sourceColumns = { sourceSystem: wordsOrNull, externalId: wordsOrNull, importHash: wordsOrNull }

/** Who changed a row last. */
export const lastChangeColumns = { updatedAt: instantOrNull, updatedBy: jsonOrNull<Actor>() }

/** Columns of every versioned entity. */
export const entityColumns = {
  id: key,
  version: whole,
  createdAt: instant,
  createdBy: json<Actor>(),
  updatedAt: instant,
  updatedBy: json<Actor>(),
  ...sourceColumns,
}
