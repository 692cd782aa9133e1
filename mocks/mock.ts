import type { EndpointName } from '#/contract/endpoints.ts'
import { mockBackend, mockServer } from '#mocks/node.ts'
import type { Endpoints } from '#mocks/operations.ts'
import { override, type MockAnswer, type MockCall, type SentCall } from '#mocks/override.ts'

/**
 * Answers one endpoint in place of the API until the test ends, or for one call with `once`. The function gives a body,
 * `problem(…)`, `networkError()` or any `Response`; `await passThrough()` is what the API would have answered. The calls
 * it took are in the list that is returned.
 */
export function mock<N extends EndpointName>(
  name: N,
  answer: (call: MockCall<Endpoints[N]>) => MockAnswer<Endpoints[N]> | Promise<MockAnswer<Endpoints[N]>>,
  { once = false }: { once?: boolean } = {},
): readonly SentCall<Endpoints[N]>[] {
  const taken: SentCall<Endpoints[N]>[] = []
  mockServer.use(
    override(name, answer, {
      current: mockBackend,
      once,
      onCall: (call) => {
        taken.push(call)
      },
    }),
  )
  return taken
}
