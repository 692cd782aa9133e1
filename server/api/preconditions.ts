import * as z from 'zod/mini'
import type { Schema } from '#/contract/endpoint.ts'
import { Refusal } from '#server/api/refusal.ts'

export const etagOf = (row: { version: number }) => `"${row.version}"`

const tags = (header: string) => header.split(',').map((tag) => tag.trim())

/** `If-None-Match` compares weakly: a proxy that compresses may have marked the tag as weak. */
export function isUnchanged(header: string | null, etag: string): boolean {
  if (header === null) return false
  const bare = (tag: string) => tag.replace(/^W\//, '')
  return header.trim() === '*' || tags(header).some((tag) => bare(tag) === bare(etag))
}

interface Versioned {
  etag: string
}

/** What is there or not, and never changes: a membership, say. */
export const onlyVersion = etagOf({ version: 1 })

/** The conditions under which a write may happen. */
export interface Preconditions {
  /** 428 without `If-Match`; 412 with the current resource when another version is meant. */
  requireMatch(current: Versioned, schema: Schema): void
  /** For upserts: `If-None-Match: *` creates only, `If-Match` changes only. */
  requireMatchOrAbsence(current: Versioned | undefined, schema: Schema): void
  /** As `requireMatchOrAbsence`, but the request need not say what it expects. */
  honour(current: Versioned | undefined, schema: Schema): void
}

export function preconditionsOf(headers: Headers): Preconditions {
  const ifMatch = headers.get('if-match')
  const createOnly = headers.get('if-none-match')?.trim() === '*'
  const stale = (current: Versioned | undefined, schema: Schema) =>
    new Refusal(
      'stale',
      current ? { current: z.parse(schema, current) as Record<string, unknown>, currentEtag: current.etag } : {},
      current ? { ETag: current.etag } : {},
    )

  const requireMatch = (current: Versioned, schema: Schema) => {
    if (ifMatch === null) throw new Refusal('precondition-required')
    if (ifMatch.trim() !== '*' && !tags(ifMatch).includes(current.etag)) throw stale(current, schema)
  }

  const requireMatchOrAbsence: Preconditions['requireMatchOrAbsence'] = (current, schema) => {
    if (createOnly) {
      if (current) throw stale(current, schema)
      return
    }
    if (ifMatch === null) throw new Refusal('precondition-required')
    if (!current) throw stale(undefined, schema)
    requireMatch(current, schema)
  }

  return {
    requireMatch,
    requireMatchOrAbsence,
    honour(current, schema) {
      if (createOnly || ifMatch !== null) requireMatchOrAbsence(current, schema)
    },
  }
}
