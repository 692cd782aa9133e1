import type { Endpoint } from '#/contract/endpoint.ts'
import { digest } from '#server/api/digest.ts'
import { Refusal } from '#server/api/refusal.ts'
import { DuplicateError } from '#server/store/store.ts'
import type { Store, Transaction } from '#server/store/store.ts'

/** Makes the bodies of answers that are kept unreadable for others, and readable again. */
export interface Sealing {
  seal(text: string): Promise<string>
  open(text: string): Promise<string>
}

const asItIs: Sealing = { seal: async (text) => text, open: async (text) => text }

export const keepMs = 24 * 60 * 60 * 1000

/** An answer as it can be stored and given again. */
export interface StoredAnswer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | null
}

interface KeyedRequest {
  id: string
  payloadHash: string
  now: string
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The `Idempotency-Key` of a request, if it counts; 400 when it is missing or no UUID. */
export async function keyedRequest(
  endpoint: Endpoint,
  request: Request,
  payload: string,
  facts: { actorId: string; now: string },
): Promise<KeyedRequest | undefined> {
  if (endpoint.idempotency === 'none') return undefined
  const key = request.headers.get('idempotency-key')
  if (key === null) {
    if (endpoint.idempotency === 'required') throw new Refusal('idempotency-key-missing')
    return undefined
  }
  if (!uuid.test(key)) throw new Refusal('malformed-request', { detail: 'Idempotency-Key is not a UUID' })
  const { pathname, search } = new URL(request.url)
  return {
    id: await digest([facts.actorId, endpoint.method, pathname, key.toLowerCase()].join('\n')),
    payloadHash: await digest(`${search}\n${payload}`),
    now: facts.now,
  }
}

/** Does the work once: the key is stored in the transaction of its effect, so that a repetition finds both or neither. */
export async function once(
  store: Pick<Store, 'transaction'>,
  request: KeyedRequest,
  work: (transaction: Transaction) => Promise<StoredAnswer>,
  sealing: Sealing = asItIs,
): Promise<StoredAnswer> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await store.transaction((transaction) => replayOrRun(transaction, request, work, sealing))
    } catch (error) {
      const isTaken = error instanceof DuplicateError && error.collection === 'idempotencyKeys'
      if (!isTaken) throw error
    }
  }
  throw new Refusal('request-in-progress', {}, { 'Retry-After': '1' })
}

async function replayOrRun(
  transaction: Transaction,
  { id, payloadHash, now }: KeyedRequest,
  work: (transaction: Transaction) => Promise<StoredAnswer>,
  sealing: Sealing,
): Promise<StoredAnswer> {
  const stored = await transaction.get('idempotencyKeys', id)
  if (stored && stored.createdAt > new Date(Date.parse(now) - keepMs).toISOString()) {
    if (stored.payloadHash !== payloadHash) throw new Refusal('idempotency-key-reused')
    const { status, headers, body } = stored
    const opened = body === null ? null : await sealing.open(body)
    return { status, body: opened, headers: { ...headers, 'Idempotency-Replayed': 'true' } }
  }
  if (stored) await transaction.remove('idempotencyKeys', id)
  // First the key, then the work: a repetition sent meanwhile waits here for the end of this transaction.
  await transaction.insert('idempotencyKeys', [{ id, payloadHash, status: 0, headers: {}, body: null, createdAt: now }])
  const answer = await work(transaction)
  const kept = typeof answer.body === 'string' ? await sealing.seal(answer.body) : null
  await transaction.update('idempotencyKeys', id, { ...answer, body: kept })
  return answer
}
