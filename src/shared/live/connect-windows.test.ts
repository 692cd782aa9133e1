// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeEvent } from '#/contract/changes.ts'
import { ApiError } from '#/shared/api/api-error.ts'
import type { StreamListener } from '#/shared/live/change-stream.ts'
import { connectWindows, deadAfterMs, type LiveConnection } from '#/shared/live/connect-windows.ts'
import { pollMs } from '#/shared/live/lead.ts'
import type { OpenChannel } from '#/shared/live/window-channel.ts'

const eventOf = (seq: number): ChangeEvent => ({
  seq,
  type: 'customer.updated',
  resource: { type: 'customer', id: `c${seq}` },
  customerId: `c${seq}`,
  etag: null,
  at: '2026-11-22T10:00:00.000Z',
  actor: { type: 'staff', id: 'someone' },
  activityId: null,
})

/** A log, what reads it, and the windows of one browser: their locks and their channel. */
function aBrowser() {
  const log: ChangeEvent[] = []
  const streams = new Set<{ listener: StreamListener; end: (error?: Error) => void }>()
  const state = { streams: true, pages: true, oldest: 0, opened: 0, pagesRead: 0 }
  const queue: { grant: () => void; isGone: () => boolean }[] = []
  let holder: { lose: () => void } | undefined
  const channels = new Set<(message: unknown) => void>()
  const now = () => log.at(-1)?.seq ?? 0

  const locks = {
    request: (_name: string, options: LockOptions, work: () => Promise<unknown>) =>
      new Promise<unknown>((resolve, reject) => {
        const { signal, steal = false } = options
        let isGone = false
        const grant = () => {
          const held: typeof holder = { lose: () => reject(new Error('stolen')) }
          holder = held
          const done = async () => {
            const result = await work()
            if (holder !== held) return
            holder = undefined
            resolve(result)
            queue.find((each) => !each.isGone())?.grant()
          }
          void done()
        }
        signal?.addEventListener('abort', () => {
          isGone = true
          reject(new Error('aborted'))
        })
        if (steal) {
          holder?.lose()
          grant()
        } else if (holder) {
          queue.push({
            isGone: () => isGone,
            grant: () => {
              isGone = true
              grant()
            },
          })
        } else grant()
      }),
  } as Pick<LockManager, 'request'>

  const openChannel: OpenChannel = (_name, onMessage) => {
    const hear = onMessage as (message: unknown) => void
    channels.add(hear)
    return {
      post: (message) => {
        const copy: unknown = structuredClone(message)
        for (const each of channels) if (each !== hear) queueMicrotask(() => each(copy))
      },
      close: () => channels.delete(hear),
    }
  }

  const parts = {
    locks,
    openChannel,
    random: () => 0.5,
    openStream: async (after: number | undefined, listener: StreamListener, signal: AbortSignal) => {
      state.opened += 1
      if (!state.streams) throw new ApiError('network')
      if (after !== undefined && after < state.oldest) listener.onReset(now())
      listener.onAlive()
      listener.onPosition(Math.max(after ?? now(), state.oldest))
      for (const event of log) if (after !== undefined && event.seq > after) listener.onEvent(event)
      await new Promise<void>((resolve, reject) => {
        const entry = { listener, end: (error?: Error) => (error ? reject(error) : resolve()) }
        streams.add(entry)
        signal.addEventListener('abort', () => {
          streams.delete(entry)
          reject(new Error('aborted'))
        })
      })
    },
    readChanges: async (after: number | undefined) => {
      state.pagesRead += 1
      if (!state.pages) throw new ApiError('network')
      if (after !== undefined && after < state.oldest) throw new ApiError('cursor-expired')
      const from = after ?? now()
      const items = log.filter(({ seq }) => seq > from).slice(0, 3)
      const next = items.at(-1)?.seq ?? from
      return { items, next, hasMore: next < now() }
    },
  }

  const windows: LiveConnection[] = []
  /** Opens a window. */
  const open = (after?: number) => {
    const heard: number[] = []
    const old: number[] = []
    const said: string[] = []
    const watchers = new Set<() => void>()
    let isVisible = true
    const show = (visible: boolean) => {
      isVisible = visible
      for (const watcher of watchers) watcher()
    }
    const attention = {
      isGiven: () => isVisible,
      subscribe: (watcher: () => void) => {
        watchers.add(watcher)
        return () => watchers.delete(watcher)
      },
      stop: () => undefined,
    }
    const connection = connectWindows(
      {
        onEvents: (events, isOld) => (isOld ? old : heard).push(...events.map(({ seq }) => seq)),
        onReset: () => said.push('reset'),
        onSignedOut: () => said.push('signedOut'),
        onMode: (mode) => said.push(mode),
      },
      attention,
      after,
      parts,
    )
    windows.push(connection)
    return { connection, heard, old, said, show, close: () => connection.stop() }
  }
  const happen = (...seqs: number[]) => {
    const events = seqs.map(eventOf)
    log.push(...events)
    for (const event of events) for (const { listener } of streams) listener.onEvent(event)
  }
  return { open, happen, streams, state, closeAll: () => windows.forEach((each) => each.stop()) }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

let browser: ReturnType<typeof aBrowser>
beforeEach(() => {
  vi.useFakeTimers()
  browser = aBrowser()
})
afterEach(() => {
  browser.closeAll()
  vi.useRealTimers()
})

describe('the windows of one browser', () => {
  it('share one stream, and each hears every event once and in order', async () => {
    const [one, two, three] = [browser.open(), browser.open(), browser.open()]
    await settle()
    browser.happen(1, 2)
    browser.happen(3)
    await settle()
    expect(browser.streams.size).toBe(1)
    expect(browser.state.opened).toBe(1)
    for (const each of [one, two, three]) {
      expect(each.heard).toEqual([1, 2, 3])
      expect(each.said.at(-1)).toBe('streaming')
    }
  })

  it('begin at the present, and look at what happened just before', async () => {
    browser.happen(1, 2)
    const one = browser.open()
    await settle()
    browser.happen(3)
    await settle()
    expect(one.old).toEqual([1, 2])
    expect(one.heard).toEqual([3])
  })

  it('lose nothing when the window that reads goes: another goes on where it was', async () => {
    const [one, two, three] = [browser.open(), browser.open(), browser.open()]
    await settle()
    browser.happen(1)
    await settle()
    one.close()
    // Before the next one is there.
    browser.happen(2)
    await settle()
    browser.happen(3)
    await settle()
    expect(browser.streams.size).toBe(1)
    expect(two.heard).toEqual([1, 2, 3])
    expect(three.heard).toEqual([1, 2, 3])
  })

  it('read by themselves what they missed', async () => {
    browser.happen(1, 2, 3, 4, 5, 6)
    const leader = browser.open(6)
    await settle()
    const late = browser.open(1)
    await settle()
    expect(late.heard).toEqual([2, 3, 4, 5, 6])
    expect(leader.heard).toEqual([])
    browser.happen(7)
    await settle()
    expect(late.heard).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('drop what they show when the log no longer reaches back to where they were', async () => {
    browser.happen(1, 2, 3, 4, 5, 6)
    const leader = browser.open(6)
    await settle()
    browser.state.oldest = 4
    const late = browser.open(1)
    await settle()
    expect(late.said).toContain('reset')
    browser.happen(7)
    await settle()
    expect(late.heard).toEqual([7])
    expect(leader.said).not.toContain('reset')
  })

  it('all hear that the session is over', async () => {
    const [one, two] = [browser.open(), browser.open()]
    await settle()
    for (const { listener } of browser.streams) listener.onSignedOut()
    await settle()
    expect(one.said).toContain('signedOut')
    expect(two.said).toContain('signedOut')
  })

  it('take over from a window that is frozen, once somebody looks', async () => {
    browser.open()
    const two = browser.open()
    await settle()
    two.show(false)
    browser.streams.clear()
    await vi.advanceTimersByTimeAsync(2 * deadAfterMs)
    expect(browser.state.opened).toBe(1)
    two.show(true)
    await settle()
    expect(browser.state.opened).toBe(2)
    browser.happen(1)
    await settle()
    expect(two.heard).toEqual([1])
  })
})

describe('without a stream', () => {
  const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

  it('connects again, asks every 30 seconds after three failures, and streams again when that works', async () => {
    const [one, two] = [browser.open(), browser.open()]
    await settle()
    browser.state.streams = false
    for (const { end } of browser.streams) end()
    browser.streams.clear()
    await seconds(1.1)
    browser.happen(1)
    expect(browser.state.opened).toBe(2)
    expect(one.said.at(-1)).toBe('streaming')
    await seconds(8)
    expect(browser.state.opened).toBe(4)
    expect(one.said.at(-1)).toBe('polling')
    expect(two.said.at(-1)).toBe('polling')
    expect(one.heard).toEqual([])

    await vi.advanceTimersByTimeAsync(pollMs)
    expect(one.heard).toEqual([1])
    expect(two.heard).toEqual([1])
    browser.state.streams = true
    await vi.advanceTimersByTimeAsync(pollMs)
    expect(two.said.at(-1)).toBe('streaming')
    browser.happen(2)
    await settle()
    expect(two.heard).toEqual([1, 2])
  })

  it('tries at once when asked to, from any window, and when the network is back', async () => {
    browser.state.streams = false
    const [one, two] = [browser.open(), browser.open()]
    await seconds(10)
    expect(two.said.at(-1)).toBe('polling')
    const before = browser.state.opened
    two.connection.reconnect()
    await settle()
    expect(browser.state.opened).toBe(before + 1)
    browser.state.streams = true
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(one.said.at(-1)).toBe('streaming')
  })

  it('asks for nothing while nobody looks; whoever looks does it', async () => {
    browser.state.streams = false
    const one = browser.open()
    await seconds(10)
    one.show(false)
    const before = browser.state.pagesRead
    await vi.advanceTimersByTimeAsync(10 * pollMs)
    expect(browser.state.pagesRead).toBe(before)
    browser.happen(1)
    const two = browser.open(0)
    await settle()
    expect(two.heard).toEqual([1])
    expect(two.said.at(-1)).toBe('polling')
    expect(one.heard).toEqual([1])
  })
})
