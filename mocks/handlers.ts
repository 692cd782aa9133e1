import { http, type HttpHandler } from 'msw/http'
import { delay } from 'msw/utils/delay'
import { problem } from '#mocks/answers.ts'
import type { Exchange } from '#mocks/exchange.ts'
import { failWith } from '#mocks/faults.ts'
import type { MockBackend } from '#mocks/mock-backend.ts'
import type { ScenarioName } from '#mocks/mock-state.ts'
import { operationOf } from '#mocks/operations.ts'
import { scenarios } from '#mocks/scenarios.ts'

/** Only the API of the own origin: a wider pattern would also catch modules that the development server sends. */
const everyCall = '/api/v1/*'

/** Faults in front, then everything to the API itself. The backend is asked for at each call: tests change it. */
export function handlersFor(current: () => MockBackend): HttpHandler[] {
  return [http.all(everyCall, faults(current)), http.all(everyCall, async ({ request }) => current().fetch(request))]
}

function exchangeOf(backend: MockBackend, request: Request): Exchange | undefined {
  const operation = operationOf(request)
  return operation && { ...operation, backend, request, next: async () => backend.fetch(request.clone()) }
}

function faults(current: () => MockBackend) {
  let begun:
    | { backend: MockBackend; name: ScenarioName; answer: ReturnType<(typeof scenarios)[ScenarioName]> }
    | undefined
  const answererOf = (backend: MockBackend) => {
    const name = backend.state.getState().scenario
    if (begun?.backend !== backend || begun.name !== name) begun = { backend, name, answer: scenarios[name]() }
    return begun.answer
  }
  return async ({ request }: { request: Request }): Promise<Response | undefined> => {
    const backend = current()
    const exchange = exchangeOf(backend, request)
    if (!exchange) {
      console.error(`The contract has no ${request.method} ${new URL(request.url).pathname}`)
      return problem('not-found')
    }
    const { latencyMs, failing } = backend.state.getState()
    if (latencyMs > 0) await delay(latencyMs)
    if (failing?.operation === exchange.name) return failWith(failing.failure, exchange)
    return answererOf(backend)({ ...exchange, request: request.clone() })
  }
}
