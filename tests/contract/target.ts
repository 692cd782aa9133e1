import type { Actor } from '#/contract/common.ts'
import { roles } from '#/contract/permissions.ts'
import type { Role } from '#/contract/permissions.ts'
import { createApi } from '#server/api/create-api.ts'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import { databaseFileVault } from '#server/api/file-vault.ts'
import { invoiceDocuments } from '#server/api/invoice-document.ts'
import { sniffFile } from '#server/api/sniff-file.ts'
import type { StaffRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'
import { aStaffMember, insertRows } from '#tests/builders.ts'
import type { RowsToInsert } from '#tests/builders.ts'
import { createClient } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'

export interface Target {
  /** Nobody is signed in. */
  anonymous: Client
  /** Signed in as a member of staff of that role who sees every scope, or as the given one. */
  as(who: Role | StaffRow): Client
  actorOf(role: Role): Actor
  /** Somebody whose session ran out. */
  expired: Client
  store: Store
  insert(rows: RowsToInsert): Promise<void>
  clock: { now: number }
  /** What was written to the log. */
  log: Parameters<ApiDeps['log']>[0][]
  close(): Promise<void>
}

export const startOfTests = Date.parse('2026-11-22T12:00:00.000Z')
export const testPassword = 'correct horse'

/** Makes PINs unreadable enough for a test to see whether they were. */
export const testPinVault = { seal: async (pin: string) => sealedPin(pin), open: async (pin: string) => atob(pin) }
export const sealedPin = (pin: string) => btoa(pin)

/** The API over a store, with everybody signed in as the test says and a clock that the test turns. */
export async function openTarget(store: Store): Promise<Target> {
  const clock = { now: startOfTests }
  const log: Target['log'] = []
  const staff = new Map<Role, StaffRow>(
    roles.map((role) => [role, aStaffMember({ username: role, roles: [role], passwordHash: testPassword })]),
  )
  await insertRows(store, { staff: [...staff.values()] })

  const expiresAt = () => new Date(clock.now + 30 * 60_000).toISOString()
  const clientOf = (identify: () => Promise<Identity | 'expired' | undefined>): Client => {
    const api = createApi({
      store,
      now: () => clock.now,
      identify,
      startSession: async () => ({ headers: { 'Set-Cookie': 'session=1' }, expiresAt: expiresAt() }),
      endSession: async () => ({ headers: { 'Set-Cookie': 'session=' } }),
      verifyPassword: async (password, hash) => password === hash,
      authMethod: 'password',
      links: { order: 'https://commerce.example/orders/{number}' },
      personalDetail: 'pin',
      features: { presence: true, liveUpdates: true },
      streamTimes: { checkMs: 50, heartbeatMs: 200 },
      findPinVault: async () => testPinVault,
      sniff: sniffFile,
      makeInvoiceDocument: invoiceDocuments(async () => (await import('#server/main/document-fonts.ts')).documentFonts),
      files: databaseFileVault,
      log: (entry) => {
        log.push(entry)
      },
    })
    return createClient(async (request) => await api.fetch(request))
  }
  const identityOf = async (id: string): Promise<Identity | undefined> => {
    const row = await store.get('staff', id)
    return row && { staff: row, sessionExpiresAt: expiresAt() }
  }

  const clients = new Map<StaffRow, Client>()
  const clientFor = (row: StaffRow): Client => {
    // Making an API takes ten times as long as asking it.
    const client =
      clients.get(row) ??
      clientOf(async () => (await identityOf(row.id)) ?? { staff: row, sessionExpiresAt: expiresAt() })
    clients.set(row, client)
    return client
  }

  const anonymous = clientOf(async () => undefined)

  return {
    anonymous,
    expired: clientOf(async () => 'expired'),
    actorOf: (role) => {
      const { id = null, displayName = null } = staff.get(role) ?? {}
      return { type: 'staff', id, displayName }
    },
    as: (who) => {
      const row = typeof who === 'string' ? staff.get(who) : who
      return row ? clientFor(row) : anonymous
    },
    store,
    insert: async (rows) => insertRows(store, rows),
    clock,
    log,
    close: async () => store.close(),
  }
}
