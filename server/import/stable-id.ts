import { createHash } from 'node:crypto'
import type { CollectionName } from '#server/store/rows.ts'

const idLength = 16

/**
 * The id of an imported record: a hash of where it comes from, so that an import that was killed gives the same ids when
 * it is run again. 77 bits: two of a thousand million records share one with a chance of 1 in 400,000.
 */
export function stableId(collection: CollectionName, sourceSystem: string, externalId: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([collection, sourceSystem, externalId]))
    .digest()
  const number = hash.readBigUInt64BE(0) * 65_536n + BigInt(hash.readUInt16BE(8))
  return `i${number
    .toString(36)
    .padStart(idLength, '0')
    .slice(1 - idLength)}`
}

/** JSON with the members in alphabetical order, so that their order in a file does not matter. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

/** Tells whether a source record is still what it was at its last import. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22)
}
