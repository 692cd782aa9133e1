import type { Endpoint } from '#/contract/endpoint.ts'
import type { Client } from '#tests/contract/client.ts'
import type { ValidRequest } from '#tests/contract/world.ts'

/** Sends a request of the world as its endpoint wants it, with a new key where one is needed; `null` leaves it out. */
export async function send(
  client: Client,
  { method, idempotency }: Endpoint,
  { path, body, ifMatch, ifNoneMatch }: ValidRequest,
  key: string | null = idempotency === 'required' ? crypto.randomUUID() : null,
): Promise<Response> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  return await client.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      ...(ifNoneMatch === undefined ? {} : { 'If-None-Match': ifNoneMatch }),
      ...(key === null ? {} : { 'Idempotency-Key': key }),
    },
  })
}
