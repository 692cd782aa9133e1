import type { Actor } from '#/contract/common.ts'

/** Members of every versioned entity; `etag` is derived from `version` on the way out. */
export interface EntityRow {
  id: string
  version: number
  createdAt: string
  createdBy: Actor
  updatedAt: string
  updatedBy: Actor
  sourceSystem: string | null
  externalId: string | null
  /** Hash of the source record last imported; equal hash means unchanged, so edits by staff are kept. */
  importHash: string | null
}

/** Who changed a row last; `null` for rows that were written before this was. */
export interface LastChange {
  updatedAt: string | null
  updatedBy: Actor | null
}

/** A resource of the contract as it is kept. */
export type Stored<T, Derived extends keyof T = never> = Omit<T, keyof EntityRow | 'etag' | Derived> & EntityRow
