import type { Invoice } from '#/contract/invoices.ts'
import type { Me } from '#/contract/me.ts'
import type { Config } from '#/contract/service.ts'
import type { FileVault } from '#server/api/file-vault.ts'
import type { PinVault } from '#server/api/pin-vault.ts'
import type { CustomerRow, StaffRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

/** Who a request comes from, as found out by whatever keeps sessions. */
export interface Identity {
  staff: StaffRow
  sessionExpiresAt: string
}

/** How a stream keeps time. */
export interface StreamTimes {
  /** After so long without an event a line tells that the connection is alive. */
  heartbeatMs: number
  /** How often it is looked whether the session has ended. */
  checkMs: number
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
  /** What can be switched off. */
  features: { presence: boolean; liveUpdates: boolean }
  /** Aborted when the server is about to end: streams end at once. */
  stopping?: AbortSignal
  /** Others than the usual ones are for tests. */
  streamTimes?: Partial<StreamTimes>
  /** Where PINs are sealed; nothing without a key. */
  findPinVault(): Promise<Pick<PinVault, 'seal' | 'open'> | undefined>
  /** Media type of a file by its content; nothing when it is none that we know. */
  sniff(bytes: Uint8Array): Promise<string | undefined>
  /** An approved invoice as PDF. */
  makeInvoiceDocument(invoice: Invoice, customer: CustomerRow): Promise<Uint8Array<ArrayBuffer>>
  /** Where attached files lie. */
  files: FileVault
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
