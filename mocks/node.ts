import { setupServer } from 'msw/node'
import type { Endpoint } from '#/contract/endpoint.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import { handlersFor } from '#mocks/handlers.ts'
import { createMockBackend, type MockBackend } from '#mocks/mock-backend.ts'
import type { MockState } from '#mocks/mock-state.ts'
import { operationOf, type Endpoints } from '#mocks/operations.ts'
import { readCall, type SentCall } from '#mocks/override.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

interface RecordedCall {
  name: EndpointName
  /** Set as soon as the body has been read, before anything answers. */
  call?: SentCall<Endpoint>
}

/** Rows are never changed in place, so every backend can begin with the same ones. */
const rows = smallRows()

let backend = createMockBackend({ rows })
let recorded: RecordedCall[] = []

/** The backend of the running test. */
export const mockBackend = (): MockBackend => backend

export const mockServer = setupServer(...handlersFor(mockBackend))

async function record({ request }: { request: Request }): Promise<void> {
  const operation = operationOf(request)
  if (!operation) return
  const entry: RecordedCall = { name: operation.name }
  recorded.push(entry)
  const call = await readCall<Endpoint>(request.clone())
  if (call) entry.call = call
}

/** Takes every request of the process; one that nothing answers is an error. */
export function startMocks(): void {
  mockServer.events.on('request:start', record)
  mockServer.listen({ onUnhandledFrame: 'error' })
}

export function stopMocks(): void {
  mockServer.events.removeAllListeners()
  mockServer.close()
}

/** The small seed, nobody's changes, no overrides: what every test begins with. */
export function resetMocks(): void {
  backend = createMockBackend({ rows })
  recorded = []
  mockServer.resetHandlers()
}

/** Sets the mock otherwise; the data stays as it is. */
export const configureMocks = (settings: Partial<MockState>): void => backend.state.setState(settings)

/** Calls that were made of one endpoint in this test, the first one first. */
export const sentTo = <N extends EndpointName>(name: N): readonly SentCall<Endpoints[N]>[] =>
  recorded.flatMap((one) => (one.name === name && one.call ? [one.call as SentCall<Endpoints[N]>] : []))

/** Names of the endpoints called in this test, the first one first. */
export const sentNames = (): readonly EndpointName[] => recorded.map(({ name }) => name)
