import { randomBytes } from 'node:crypto'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import { digest } from '#server/api/digest.ts'
import { clearSessionCookie, printSessionCookie, readSessionCookie } from '#server/main/session-cookie.ts'
import type { SessionRow, StaffRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

/** A session is marked as used at most this often, so that reading stays reading. */
const markEveryMs = 60_000

interface Options {
  store: Store
  now: () => number
  idleMs: number
  absoluteMs: number
  isSecure: (request: Request) => boolean
  /** Whether the request shows that somebody is there, and so keeps the session alive. */
  isUse: (request: Request) => boolean
}

export interface Session {
  id: string
  identity: Identity
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Sessions in the database, found by the hash of the token that only the cookie holds. */
export function createSessions({ store, now, idleMs, absoluteMs, isSecure, isUse }: Options) {
  const found = new WeakMap<Request, Promise<Session | 'expired' | undefined>>()

  const endOf = (session: SessionRow) =>
    Math.min(Date.parse(session.lastSeenAt) + idleMs, Date.parse(session.expiresAt))

  async function markUsed(session: SessionRow, request: Request): Promise<SessionRow> {
    if (!isUse(request) || now() - Date.parse(session.lastSeenAt) < markEveryMs) return session
    const used = { lastSeenAt: instant(now()) }
    await store.transaction((transaction) => transaction.update('sessions', session.id, used))
    return { ...session, ...used }
  }

  async function lookUp(request: Request): Promise<Session | 'expired' | undefined> {
    const token = readSessionCookie(request, isSecure(request))
    if (token === undefined) return undefined
    const session = await store.get('sessions', await digest(token))
    // A session that is gone was ended elsewhere: to the person that is the same as one that ran out.
    if (!session || endOf(session) <= now()) return 'expired'
    const staff = await store.get('staff', session.staffId)
    if (!staff || staff.disabledAt !== null) return 'expired'
    const sessionExpiresAt = instant(endOf(await markUsed(session, request)))
    return { id: session.id, identity: { staff, sessionExpiresAt } }
  }

  /** Looked up once a request, however many ask. */
  function sessionOf(request: Request): Promise<Session | 'expired' | undefined> {
    const known = found.get(request)
    if (known) return known
    const session = lookUp(request)
    found.set(request, session)
    return session
  }

  async function removeSessionOf(request: Request): Promise<void> {
    const token = readSessionCookie(request, isSecure(request))
    if (token === undefined) return
    const id = await digest(token)
    await store.transaction((transaction) => transaction.remove('sessions', id))
  }

  async function start(staff: StaffRow, request: Request) {
    await removeSessionOf(request)
    const token = randomBytes(32).toString('base64url')
    const session: SessionRow = {
      id: await digest(token),
      staffId: staff.id,
      createdAt: instant(now()),
      lastSeenAt: instant(now()),
      expiresAt: instant(now() + absoluteMs),
    }
    await store.transaction((transaction) => transaction.insert('sessions', [session]))
    const cookie = printSessionCookie(token, isSecure(request))
    return { headers: { 'Set-Cookie': cookie }, expiresAt: instant(endOf(session)) }
  }

  async function end(request: Request) {
    await removeSessionOf(request)
    return { headers: { 'Set-Cookie': clearSessionCookie(isSecure(request)) } }
  }

  const identify: ApiDeps['identify'] = async (request) => {
    const session = await sessionOf(request)
    return typeof session === 'object' ? session.identity : session
  }

  return { sessionOf, identify, start, end }
}

export type Sessions = ReturnType<typeof createSessions>
