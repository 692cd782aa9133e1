import type * as z from 'zod/mini'
import type { Permission } from '#/contract/permissions.ts'

/** Any zod schema; classic or mini. */
export type Schema = z.ZodMiniType

/** Who may call an endpoint: one permission, anybody signed in, or everybody. */
export type Access = Permission | 'signedIn' | 'public'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Success statuses with the schema of their body; `null` means an empty body. */
export type Responses = Partial<Record<200 | 201 | 202 | 204, Schema | null>>

/** One row of the endpoint table: everything the client, the API, the mocks and the description are derived from. */
export interface Endpoint<
  Path extends string = string,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Success extends Responses = Responses,
> {
  /** Operation id, and the name used by `mock(name, fn)`. */
  readonly name: string
  readonly method: Method
  /** Below `/api/v1`, with `{placeholders}`. */
  readonly path: Path
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly query: Query
  readonly body: Body
  readonly responses: Success
  /** The write changes a versioned resource: `If-Match` is required (428 without, 412 when stale). */
  readonly ifMatch: boolean
  /** `If-Match` and `If-None-Match: *` are honoured (412), though neither is required. */
  readonly conditional: boolean
  /** `required`: 400 without `Idempotency-Key`; `accepted`: honoured when sent. */
  readonly idempotency: 'required' | 'accepted' | 'none'
  /** The answer carries an `ETag`. */
  readonly versioned: boolean
  /** The body is a file as it is, up to so many bytes, with its name as `Content-Disposition`. */
  readonly upload: { maxBytes: number } | null
  /** The answer is a file of one of these media types. */
  readonly download: readonly string[] | null
  /** What is answered is there for a while only: 410 afterwards. */
  readonly expires: boolean
  /** The answer is kept for replays in a form that only we can read. */
  readonly secret: boolean
  /** Metadata that may be kept by the browser and revalidated; everything else is `no-store`. */
  readonly cacheable: boolean
  /** What the body may take at most (413); 1 MiB unless told. */
  readonly maxBytes: number | undefined
  /** The events of a stream that is the answer where `text/event-stream` is asked for. */
  readonly streams: Schema | undefined
  /** Sent by a page by itself, so it does not keep a session alive. */
  readonly background: boolean
}

type Definition<Path extends string, Query, Body, Success> = Pick<
  Endpoint,
  'name' | 'method' | 'summary' | 'tag' | 'access'
> & {
  path: Path
  query?: Query
  body?: Body
  responses: Success
  ifMatch?: true
  conditional?: true
  idempotency?: 'required'
  versioned?: true
  cacheable?: true
  maxBytes?: number
  streams?: Schema
  background?: true
  upload?: { maxBytes: number }
  download?: readonly string[]
  secret?: true
  expires?: true
}

/** Declares an endpoint; PATCH and DELETE accept an `Idempotency-Key` without being told to. */
// Unused ones can be left out of the app.
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<
  const Path extends string,
  Success extends Responses,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(definition: Definition<Path, Query, Body, Success>): Endpoint<Path, Query, Body, Success> {
  const repeatable = definition.method === 'PATCH' || definition.method === 'DELETE'
  return {
    ...definition,
    query: definition.query as Query,
    body: definition.body as Body,
    ifMatch: definition.ifMatch ?? false,
    conditional: definition.conditional ?? false,
    idempotency: definition.idempotency ?? (repeatable && definition.access !== 'public' ? 'accepted' : 'none'),
    versioned: definition.versioned ?? false,
    cacheable: definition.cacheable ?? false,
    maxBytes: definition.maxBytes,
    streams: definition.streams,
    background: definition.background ?? false,
    upload: definition.upload ?? null,
    download: definition.download ?? null,
    secret: definition.secret ?? false,
    expires: definition.expires ?? false,
  }
}

/** `{placeholders}` of a path as a record of strings. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & PathParams<Rest>
  : unknown

type Infer<S> = S extends Schema ? z.output<S> : undefined
type SuccessSchemas<S> =
  S extends Endpoint<string, Schema | undefined, Schema | undefined, infer R> ? R[keyof R] : never

export type PathParamsOf<E extends Endpoint> = PathParams<E['path']>
export type QueryOf<E extends Endpoint> = Infer<E['query']>
export type BodyOf<E extends Endpoint> = E['body'] extends Schema ? z.input<NonNullable<E['body']>> : undefined
/** The parsed body of a successful answer; `null` where the answer is empty. */
export type ResultOf<E extends Endpoint> =
  SuccessSchemas<E> extends infer S ? (S extends Schema ? z.output<S> : null) : never
