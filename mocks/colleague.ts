import type { BodyOf, Endpoint, PathParamsOf, QueryOf, ResultOf } from '#/contract/endpoint.ts'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { pathOf, type Endpoints } from '#mocks/operations.ts'

/** A call made by somebody else; `If-Match: *` unless a version is named. */
export interface ColleagueCall<E extends Endpoint> {
  path?: PathParamsOf<E>
  query?: QueryOf<E>
  body?: BodyOf<E>
  ifMatch?: string
}

function requestOf(endpoint: Endpoint, call: ColleagueCall<Endpoint>): Request {
  const path = pathOf(
    endpoint,
    (call.path ?? {}) as Record<string, string>,
    (call.query ?? {}) as Record<string, unknown>,
  )
  const headers = new Headers({ accept: 'application/json' })
  if (endpoint.body)
    headers.set('content-type', endpoint.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json')
  if (endpoint.ifMatch) headers.set('if-match', call.ifMatch ?? '*')
  if (endpoint.idempotency === 'required') headers.set('idempotency-key', crypto.randomUUID())
  return new Request(new URL(path, 'http://mock.example'), {
    method: endpoint.method,
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  })
}

/** Calls an endpoint of an API outside the app under test. */
export async function callAs<N extends EndpointName>(
  api: { fetch(request: Request): Promise<Response> },
  name: N,
  call: ColleagueCall<Endpoints[N]>,
): Promise<ResultOf<Endpoints[N]>> {
  const response = await api.fetch(requestOf(endpoints[name], call))
  const text = await response.text()
  if (!response.ok) throw new Error(`${name} was refused: ${text}`)
  return (text === '' ? null : JSON.parse(text)) as ResultOf<Endpoints[N]>
}
