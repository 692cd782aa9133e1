import type { Endpoint, PathParamsOf, QueryOf, ResultOf, Schema } from '#/contract/endpoint.ts'
import type { Actor } from '#/contract/common.ts'
import type * as z from 'zod/mini'
import type { Answer } from '#server/api/answer.ts'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import type { Preconditions } from '#server/api/preconditions.ts'
import type { Reader, Transaction } from '#server/store/store.ts'

type BodyOutput<E extends Endpoint> = E['body'] extends Schema ? z.output<NonNullable<E['body']>> : undefined

/** What a handler knows of a request; everything that could be refused before it runs has been. */
export interface Call<E extends Endpoint = Endpoint> {
  endpoint: E
  request: Request
  deps: ApiDeps
  params: PathParamsOf<E>
  query: QueryOf<E>
  /** The body as it came, for uploads. */
  bytes: Uint8Array<ArrayBuffer>
  /** Checks the body against the contract (422). Call it after 404, 428 and 412 are ruled out. */
  body: () => BodyOutput<E>
  /** Who asks; not there for public endpoints. */
  identity: Identity
  actor: Actor
  preconditions: Preconditions
  /** The instant that the call counts as. */
  now: string
}

export interface ReadCall<E extends Endpoint = Endpoint> extends Call<E> {
  store: Reader
}

/** A write sees and changes the data within one transaction; what it throws undoes everything. */
export interface WriteCall<E extends Endpoint = Endpoint> extends Call<E> {
  store: Transaction
}

type Handler<C, E extends Endpoint> = (call: C) => Promise<Answer<ResultOf<E>>>

type StreamHandler<E extends Endpoint> = (call: ReadCall<E>) => Promise<ReadableStream<Uint8Array>>

export type Route = {
  endpoint: Endpoint
  /** Answers where an event stream is asked for. */
  stream?: StreamHandler<Endpoint>
  handler: { kind: 'read'; run: Handler<ReadCall, Endpoint> } | { kind: 'write'; run: Handler<WriteCall, Endpoint> }
}

/** Collects what answers each endpoint of the contract. */
export interface Registry {
  handle: <E extends Endpoint>(endpoint: E, run: Handler<ReadCall<E>, E>) => void
  handleWrite: <E extends Endpoint>(endpoint: E, run: Handler<WriteCall<E>, E>) => void
  /** Beside the handler that answers as JSON. */
  handleStream: <E extends Endpoint>(endpoint: E, run: StreamHandler<E>) => void
}

export function createRegistry(): Registry & { routes: Route[] } {
  const routes: Route[] = []
  return {
    routes,
    handle: (endpoint, run) => {
      routes.push({ endpoint, handler: { kind: 'read', run: run as unknown as Handler<ReadCall, Endpoint> } })
    },
    handleWrite: (endpoint, run) => {
      routes.push({ endpoint, handler: { kind: 'write', run: run as unknown as Handler<WriteCall, Endpoint> } })
    },
    handleStream: (endpoint, run) => {
      const route = routes.find((known) => known.endpoint.name === endpoint.name)
      if (route) route.stream = run as unknown as StreamHandler<Endpoint>
    },
  }
}
