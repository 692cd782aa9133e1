import type { Me } from '#/contract/me.ts'
import type { Config } from '#/contract/service.ts'
import type { StaffRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

/** Who a request comes from, as found out by whatever keeps sessions. */
export interface Identity {
  staff: StaffRow
  sessionExpiresAt: string
}

/** What differs between the server and the mock. Cookies, CSRF, throttling and security headers are not the API's. */
export interface ApiDeps {
  store: Store
  /** Milliseconds since 1970. */
  now(): number
  /** `expired` when the request carries a session that ran out, `undefined` when it carries none. */
  identify(request: Request): Promise<Identity | 'expired' | undefined>
  /** Begins a session; the headers (a cookie, say) go with the answer. */
  startSession(staff: StaffRow, request: Request): Promise<{ headers: Record<string, string>; expiresAt: string }>
  /** Ends the session of the request, if any. */
  endSession(request: Request): Promise<{ headers: Record<string, string> }>
  verifyPassword(password: string, hash: string | null): Promise<boolean>
  authMethod: Me['authMethod']
  /** Link templates to other systems by name: `order` with `{number}`. */
  links: Record<string, string>
  personalDetail: Config['personalDetail']
  /** Structured log line without personal data; the path comes without its query. */
  log(entry: {
    requestId: string
    method: string
    path: string
    status: number
    durationMs: number
    error?: unknown
  }): void
}
