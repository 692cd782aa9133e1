// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchSessionEnd } from '#/app/watch-session-end.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { createSession } from '#/shared/session/session.ts'

const minutes = (count: number) => count * 60_000
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** A window whose session ends after 30 minutes without a request, and at the latest after some time. */
function aWindow({ atMost }: { atMost: number }) {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } })
  const session = createSession()
  const last = Date.now() + atMost
  let asked = 0
  let isThere = true
  const watchers = new Set<() => void>()
  const me = () => ({ sessionExpiresAt: new Date(Math.min(last, Date.now() + minutes(30))).toISOString() }) as never
  client.setQueryData(meQuery.queryKey, me())
  vi.spyOn(client, 'fetchQuery').mockImplementation(async () => {
    asked += 1
    client.setQueryData(meQuery.queryKey, me())
    return me()
  })
  const stop = watchSessionEnd({
    client,
    session,
    attention: {
      isGiven: () => isThere,
      subscribe: (watcher) => {
        watchers.add(watcher)
        return () => watchers.delete(watcher)
      },
      stop: () => undefined,
    },
  })
  const look = (there: boolean) => {
    isThere = there
    for (const watcher of watchers) watcher()
  }
  return { look, stop, asked: () => asked, endsAt: () => session.getState().endsAt }
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

it('puts the end off while somebody is there, and says the end that cannot be put off', async () => {
  const window = aWindow({ atMost: minutes(70) })
  await pass(minutes(60))
  expect(window.asked()).toBe(2)
  expect(window.endsAt()).toBeNull()
  await pass(minutes(8) + 1000)
  expect(window.endsAt()).toBe('2026-11-22T11:10:00.000Z')
  window.stop()
  expect(window.endsAt()).toBeNull()
})

it('lets the session run out where nobody is', async () => {
  const window = aWindow({ atMost: minutes(600) })
  window.look(false)
  await pass(minutes(29))
  expect(window.asked()).toBe(0)
  window.look(true)
  await pass(0)
  expect(window.asked()).toBe(1)
  expect(window.endsAt()).toBeNull()
  window.stop()
})
