import { describe, expect, it } from 'vitest'
import { createSessions } from '#server/main/sessions.ts'
import { aStaffRow, disableStaff } from '#server/main/staff-accounts.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'

const minute = 60_000
const ada = aStaffRow('ada', 'salesAgent', 'no hash', 0, 'ada')

function aKeeper({ secure = false } = {}) {
  const clock = { now: Date.parse('2026-03-01T09:00:00.000Z') }
  const store = createMemoryStore({ rows: { staff: [ada] } })
  const sessions = createSessions({
    store,
    now: () => clock.now,
    idleMs: 30 * minute,
    absoluteMs: 12 * 60 * minute,
    isUse: () => true,
    isSecure: () => secure,
  })
  const aRequest = (cookie?: string) =>
    new Request('http://here/api/v1/me', { headers: cookie === undefined ? {} : { cookie } })
  const signIn = async () => {
    const { headers } = await sessions.start(ada, aRequest())
    return headers['Set-Cookie'].split(';')[0] ?? ''
  }
  const whoIs = async (cookie: string) => {
    const identity = await sessions.identify(aRequest(cookie))
    return typeof identity === 'object' ? identity.staff.username : identity
  }
  return { clock, store, sessions, aRequest, signIn, whoIs }
}

describe('createSessions', () => {
  it('knows who signed in by the cookie, and keeps no token', async () => {
    const { store, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    expect(await whoIs(cookie)).toBe('ada')
    const { rows } = await store.find('sessions', {})
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
  })

  it('protects the cookie, on HTTPS with a name that only this host can set', async () => {
    const plain = await aKeeper().sessions.start(ada, new Request('http://here/'))
    expect(plain.headers['Set-Cookie']).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = await aKeeper({ secure: true }).sessions.start(ada, new Request('https://here/'))
    expect(secure.headers['Set-Cookie']).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('knows nobody without a cookie', async () => {
    const { sessions, aRequest } = aKeeper()
    expect(await sessions.identify(aRequest())).toBeUndefined()
  })

  it('ends 30 minutes after the last use', async () => {
    const { clock, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    for (let use = 0; use < 5; use += 1) {
      clock.now += 29 * minute
      expect(await whoIs(cookie)).toBe('ada')
    }
    clock.now += 30 * minute
    expect(await whoIs(cookie)).toBe('expired')
  })

  it('ends 12 hours after it began, however much it is used', async () => {
    const { clock, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    for (let use = 0; use < 35; use += 1) {
      clock.now += 20 * minute
      expect(await whoIs(cookie)).toBe('ada')
    }
    clock.now += 20 * minute
    expect(await whoIs(cookie)).toBe('expired')
  })

  it('marks its use at most once a minute', async () => {
    const { clock, store, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    const lastSeen = async () => (await store.find('sessions', {})).rows[0]?.lastSeenAt
    const before = await lastSeen()
    clock.now += minute - 1
    await whoIs(cookie)
    expect(await lastSeen()).toBe(before)
    clock.now += 1
    await whoIs(cookie)
    expect(await lastSeen()).not.toBe(before)
  })

  it('says until when the session lasts', async () => {
    const { clock, sessions, aRequest, signIn } = aKeeper()
    const cookie = await signIn()
    clock.now += 10 * minute
    expect(await sessions.identify(aRequest(cookie))).toMatchObject({ sessionExpiresAt: '2026-03-01T09:40:00.000Z' })
  })

  it('is gone after signing out, and takes the cookie with it', async () => {
    const { store, sessions, aRequest, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    const { headers } = await sessions.end(aRequest(cookie))
    expect(headers['Set-Cookie']).toMatch(/^session=; Max-Age=0; Path=\//)
    expect((await store.find('sessions', {})).rows).toEqual([])
    expect(await whoIs(cookie)).toBe('expired')
  })

  it('replaces the session of somebody who signs in again', async () => {
    const { store, sessions, aRequest, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    await sessions.start(ada, aRequest(cookie))
    expect((await store.find('sessions', {})).rows).toHaveLength(1)
    expect(await whoIs(cookie)).toBe('expired')
  })

  it('ends for somebody who is disabled, with the next request', async () => {
    const { store, signIn, whoIs } = aKeeper()
    const cookie = await signIn()
    await disableStaff(store, 'ADA', 0)
    expect(await whoIs(cookie)).toBe('expired')
    expect((await store.find('sessions', {})).rows).toEqual([])
  })
})
