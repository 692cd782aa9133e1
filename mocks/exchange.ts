import type { MockBackend } from '#mocks/mock-backend.ts'
import type { Operation } from '#mocks/operations.ts'

/** One call of the app on its way to the API. */
export interface Exchange extends Operation {
  backend: MockBackend
  /** Its body can be read: what goes on is a copy. */
  request: Request
  /** The API's own answer. */
  next: () => Promise<Response>
}
