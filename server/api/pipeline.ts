import { parseAccept } from 'hono/utils/accept'
import * as z from 'zod/mini'
import { holdsCardNumber } from '#/contract/card-number.ts'
import type { Schema } from '#/contract/endpoint.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import type { Answer } from '#server/api/answer.ts'
import type { Call, Route } from '#server/api/call.ts'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import { recordingChanges } from '#server/api/change-log.ts'
import { digest, toBase64Url } from '#server/api/digest.ts'
import { keyedRequest, once } from '#server/api/idempotency.ts'
import type { StoredAnswer } from '#server/api/idempotency.ts'
import { isUnchanged, preconditionsOf } from '#server/api/preconditions.ts'
import { Refusal, notFound } from '#server/api/refusal.ts'
import { maxBodyBytes, readBytes, readJson, requireMediaType } from '#server/api/request-input.ts'
import { parseBody } from '#server/api/validation.ts'
import { seesAllScopes } from '#server/api/visibility.ts'
import { DuplicateError } from '#server/store/store.ts'
import type { Transaction } from '#server/store/store.ts'

/** An answer of ours that is not what the contract says; the message names places, never values. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach'
}

/** An answer on its way out: whole, or a stream. */
export interface ServedAnswer extends Omit<StoredAnswer, 'body'> {
  body: StoredAnswer['body'] | ReadableStream<Uint8Array>
}

/** Does what nobody is signed in for. */
const nobody = { type: 'system', id: null } as const

export type PreparedRoute = Route & { readQuery(search: URLSearchParams): unknown }

/** Runs one request through the checks in the order that the contract fixes, then through its handler. */
export async function serve(
  route: PreparedRoute,
  request: Request,
  params: Record<string, string>,
  deps: ApiDeps,
): Promise<ServedAnswer> {
  const { endpoint, handler, stream } = route
  const maxBytes = endpoint.upload?.maxBytes ?? endpoint.maxBytes ?? maxBodyBytes
  const bytes = isRead(request) ? new Uint8Array() : await readBytes(request, maxBytes)
  requireMediaType(endpoint, request)
  const identity = endpoint.access === 'public' ? undefined : await requireIdentity(request, deps)
  if (identity) requirePermission(route, identity)
  const query = route.readQuery(new URL(request.url).searchParams)
  const text = endpoint.upload ? '' : new TextDecoder().decode(bytes)
  const json = readJson(endpoint, text)
  const now = new Date(deps.now()).toISOString()
  const payload = endpoint.upload ? toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) : text
  const keyed = identity && (await keyedRequest(endpoint, request, payload, { actorId: identity.staff.id, now }))

  const call = {
    endpoint,
    request,
    deps,
    params,
    query,
    bytes,
    body: () => endpoint.body && parseBody(endpoint.body, json),
    preconditions: preconditionsOf(request.headers),
    now,
    ...callerOf(identity),
  } as Call
  if (handler.kind === 'read') {
    requirePlausible(params)
    if (stream && asksForStream(request)) return streamed(await stream({ ...call, store: deps.store }))
    return await conditional(call, await render(route, await handler.run({ ...call, store: deps.store })))
  }
  const work = async (store: Transaction) => {
    requirePlausible(params)
    return await render(route, await handler.run({ ...call, store }))
  }
  const store = recordingChanges(deps.store, { actor: call.actor ?? nobody, now })
  try {
    const sealing = endpoint.secret ? await deps.findPinVault() : undefined
    return keyed ? await once(store, keyed, work, sealing) : await store.transaction(work)
  } catch (error) {
    throw error instanceof DuplicateError ? duplicateOf(error, identity) : error
  }
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD'

/** The other customer may be one that the person must not know of. */
function duplicateOf({ collection, field, conflictingId }: DuplicateError, identity: Identity | undefined): Refusal {
  const mayKnow = collection !== 'customers' || (identity && seesAllScopes(identity))
  return new Refusal('duplicate', { field, ...(mayKnow && conflictingId !== null ? { conflictingId } : {}) })
}

async function requireIdentity(request: Request, deps: ApiDeps): Promise<Identity> {
  const identity = await deps.identify(request)
  if (identity === 'expired') throw new Refusal('session-expired')
  if (!identity || identity.staff.disabledAt !== null) throw new Refusal('unauthenticated')
  return identity
}

function requirePermission({ endpoint: { access } }: Route, { staff }: Identity): void {
  if (access === 'signedIn' || access === 'public' || permissionsOf(staff.roles).includes(access)) return
  throw new Refusal('forbidden', { requiredPermission: access })
}

/** No key of ours looks otherwise, and no store has to cope with it. */
function requirePlausible(params: Record<string, string>): void {
  const isKey = (value: string) => /^[A-Za-z0-9-]{1,60}$/.test(value) && !holdsCardNumber(value)
  if (!Object.values(params).every(isKey)) throw notFound()
}

function callerOf(identity: Identity | undefined) {
  if (!identity) return {}
  const { id, displayName } = identity.staff
  return { identity, actor: { type: 'staff', id, displayName } }
}

/** Only what the contract declares leaves; an answer that breaks the contract does not leave at all. */
async function render({ endpoint }: Route, answer: Answer<unknown>): Promise<StoredAnswer> {
  if (endpoint.download) return { ...answer, body: answer.body as Uint8Array<ArrayBuffer> }
  const schema: Schema | null | undefined = endpoint.responses[answer.status]
  if (!schema) return { status: answer.status, headers: answer.headers, body: null }
  const result = z.safeParse(schema, answer.body)
  if (!result.success) {
    const places = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
    throw new ContractBreach(`the answer of ${endpoint.name} breaks the contract (${places.slice(0, 5).join(', ')})`)
  }
  const body = JSON.stringify(result.data)
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...answer.headers }
  if (endpoint.versioned) headers['ETag'] = (result.data as { etag: string }).etag
  if (endpoint.cacheable) headers['ETag'] = `"${(await digest(body)).slice(0, 27)}"`
  return { status: answer.status, headers, body }
}

function asksForStream({ method, headers }: Request): boolean {
  const types = parseAccept(headers.get('accept') ?? '').toSorted((a, b) => b.q - a.q)
  return method === 'GET' && types[0]?.type.toLowerCase() === 'text/event-stream' && types[0].q > 0
}

/** Passed on piece by piece: proxies are told not to collect it. */
const streamed = (body: ReadableStream<Uint8Array>): ServedAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
  body,
})

/** 304 when the caller has this version already. */
async function conditional(call: Call, answer: StoredAnswer): Promise<StoredAnswer> {
  const etag = answer.headers['ETag']
  if (call.endpoint.method !== 'GET' || !etag) return answer
  if (!isUnchanged(call.request.headers.get('if-none-match'), etag)) return answer
  return { status: 304, headers: { ETag: etag }, body: null }
}
