import type { Endpoint } from '#/contract/endpoint.ts'
import type { Client } from '#tests/contract/client.ts'
import type { ValidRequest } from '#tests/contract/valid-request.ts'

/** Sends a request of the world as its endpoint wants it, with a new key where one is needed; `null` leaves it out. */
export async function send(
  client: Client,
  { method, idempotency }: Endpoint,
  { path, body, upload, ifMatch, ifNoneMatch }: ValidRequest,
  key: string | null = idempotency === 'required' ? crypto.randomUUID() : null,
): Promise<Response> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  return await client.request(path, {
    method,
    ...(upload ? { body: upload.bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(upload ? { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      ...(ifNoneMatch === undefined ? {} : { 'If-None-Match': ifNoneMatch }),
      ...(key === null ? {} : { 'Idempotency-Key': key }),
    },
  })
}
