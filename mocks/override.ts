import { http, type HttpHandler } from 'msw/http'
import type { BodyOf, Endpoint, PathParamsOf, QueryOf, ResultOf } from '#/contract/endpoint.ts'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { success } from '#mocks/answers.ts'
import type { MockBackend } from '#mocks/mock-backend.ts'
import { operationOf, type Endpoints } from '#mocks/operations.ts'
import { queryReader } from '#server/api/request-input.ts'

/** One call of an endpoint as the contract types it. */
export interface MockCall<E extends Endpoint> {
  path: PathParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  request: Request
  /** Calls the API behind the mock and gives its body; when the API refuses, that refusal is the answer. */
  passThrough: () => Promise<ResultOf<E>>
}

export type MockAnswer<E extends Endpoint> = ResultOf<E> | Response

/** What was sent to an endpoint. */
export interface SentCall<E extends Endpoint> extends Pick<MockCall<E>, 'path' | 'query' | 'body'> {
  headers: Headers
}

/** Carries the API's refusal through the function of an override. */
class PassedRefusal extends Error {
  readonly response: Response

  constructor(response: Response) {
    super(`the API answered ${response.status}`)
    this.name = 'PassedRefusal'
    this.response = response
  }
}

/** Reads a request as the endpoint's path, query and body. A query that the contract refuses gives `undefined`. */
export async function readCall<E extends Endpoint>(request: Request): Promise<SentCall<E> | undefined> {
  const operation = operationOf(request)
  if (!operation) return undefined
  const text = operation.endpoint.upload ? '' : await request.clone().text()
  try {
    return {
      path: operation.path as PathParamsOf<E>,
      query: queryReader(operation.endpoint)(new URL(request.url).searchParams) as QueryOf<E>,
      body: (text === '' ? undefined : JSON.parse(text)) as BodyOf<E>,
      headers: request.headers,
    }
  } catch {
    return undefined
  }
}

/** A handler that answers one endpoint by its operation name; calls that break the contract go on to the API. */
export function override<N extends EndpointName>(
  name: N,
  answer: (call: MockCall<Endpoints[N]>) => MockAnswer<Endpoints[N]> | Promise<MockAnswer<Endpoints[N]>>,
  {
    current,
    once = false,
    onCall,
  }: { current: () => MockBackend; once?: boolean; onCall?: (call: SentCall<Endpoints[N]>) => void },
): HttpHandler {
  const endpoint: Endpoint = endpoints[name]
  const passThrough = async (request: Request) => {
    const response = await current().fetch(request.clone())
    if (!response.ok) throw new PassedRefusal(response)
    const text = await response.text()
    return (text === '' ? null : JSON.parse(text)) as ResultOf<Endpoints[N]>
  }
  return http.all(
    ({ request }) => operationOf(request)?.name === name,
    async ({ request }) => {
      const call = await readCall<Endpoints[N]>(request)
      if (!call) return undefined
      onCall?.(call)
      try {
        const result = await answer({ ...call, request, passThrough: async () => passThrough(request) })
        return result instanceof Response ? result : success(endpoint, result)
      } catch (error) {
        if (error instanceof PassedRefusal) return error.response
        throw error
      }
    },
    { once },
  )
}
