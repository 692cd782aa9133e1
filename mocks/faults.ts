import { delay } from 'msw/utils/delay'
import { htmlPage, networkError, problem, truncated } from '#mocks/answers.ts'
import type { Exchange } from '#mocks/exchange.ts'
import type { FailureName } from '#mocks/mock-state.ts'

/** Seconds after which a busy or unavailable mock asks to be tried again. */
export const retryAfter = 1

const failures: Record<FailureName, (exchange: Exchange) => Promise<Response> | Response> = {
  internal: () => problem('internal'),
  unavailable: () => problem('unavailable', { retryAfter }),
  tooManyRequests: () => problem('too-many-requests', { retryAfter }),
  network: networkError,
  never: async () => {
    await delay('infinite')
    return networkError()
  },
  truncated: async ({ next }) => truncated(await next()),
  html: () => htmlPage(),
}

/** The answer of an endpoint that is made to fail. */
export const failWith = async (failure: FailureName, exchange: Exchange): Promise<Response> =>
  failures[failure](exchange)
