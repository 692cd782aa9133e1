import { digest, fromBase64Url, toBase64Url } from '#server/api/digest.ts'
import { Refusal } from '#server/api/refusal.ts'
import type { Scalar } from '#server/store/store.ts'

/** What a page carries besides, and how long it is, says nothing of the rows. */
const besides: ReadonlySet<string> = new Set(['cursor', 'limit', 'count', 'groups'])

/** Fingerprint of everything that decides which rows a list holds and in which order. */
export async function listHash(name: string, path: string, query: object): Promise<string> {
  const entries = Object.entries(query)
    .filter(([member, value]) => value !== undefined && !besides.has(member))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (await digest(JSON.stringify([name, path, entries]))).slice(0, 12)
}

export function printCursor(hash: string, values: readonly Scalar[]): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify([hash, ...values])))
}

/** 400 for a cursor of another list, and for whatever was never a cursor of ours. */
export function parseCursor(cursor: string, hash: string, fits: (values: readonly Scalar[]) => boolean): Scalar[] {
  const [given, ...values] = readJsonList(cursor)
  if (given !== hash || !values.every(isScalar) || !fits(values)) throw new Refusal('invalid-cursor')
  return values
}

function readJsonList(cursor: string): unknown[] {
  const bytes = fromBase64Url(cursor)
  if (!bytes) return []
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
