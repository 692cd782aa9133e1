// @vitest-environment jsdom
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeEvent } from '#/contract/changes.ts'
import { createChangeApplier } from '#/shared/live/apply-changes.ts'
import { listShows, type ChangeRules } from '#/shared/live/change-rules.ts'
import { everyMsPerPage } from '#/shared/live/refresh-queries.ts'

interface Thing {
  id: string
  etag: string
}

const rules: ChangeRules = {
  thing: (event) => ({
    source: {
      queryKey: ['thing', event.resource.id],
      shows: (data) => (data as Thing).etag === event.etag,
    },
    others: [{ queryKey: ['list'] }],
  }),
}

let seq = 0
const changed = (id: string, etag: string, over: Partial<ChangeEvent> = {}): ChangeEvent => ({
  seq: (seq += 1),
  type: 'thing.updated',
  resource: { type: 'thing', id },
  customerId: null,
  etag,
  at: '2026-11-22T10:00:00.000Z',
  actor: { type: 'staff', id: 'colleague' },
  activityId: null,
  ...over,
})

/** A server of things, and queries of them. */
function aPage() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const etags = new Map<string, string>()
  const read: string[] = []
  const state = { latency: 30, isAttended: true, person: 'me' }
  const answer = async <T>(name: string, value: () => T): Promise<T> => {
    read.push(name)
    const found = value()
    await new Promise((resolve) => setTimeout(resolve, state.latency))
    return found
  }
  const thingOptions = (id: string) => ({
    queryKey: ['thing', id],
    queryFn: async () => answer(id, () => ({ id, etag: etags.get(id) ?? '1' })),
  })
  const listOptions = { queryKey: ['list'], queryFn: async () => answer('list', () => [...etags]) }
  const pagesOptions = {
    queryKey: ['list', 'pages'],
    queryFn: async ({ pageParam }: { pageParam: number }) => answer(`page ${pageParam}`, () => pageParam),
    initialPageParam: 0,
    getNextPageParam: (page: number) => page + 1,
  }
  const applier = createChangeApplier({
    client,
    rules,
    personId: () => state.person,
    isAttended: () => state.isAttended,
    random: () => 0.5,
  })
  const show = (options: ReturnType<typeof thingOptions> | typeof listOptions) =>
    new QueryObserver(client, options as ReturnType<typeof thingOptions>).subscribe(() => undefined)
  const showPages = () => {
    const observer = new InfiniteQueryObserver(client, pagesOptions)
    observer.subscribe(() => undefined)
    return observer
  }
  client.mount()
  return { client, etags, read, state, applier, show, showPages, thingOptions, listOptions }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

let page: ReturnType<typeof aPage>
beforeEach(() => {
  vi.useFakeTimers()
  page = aPage()
})
afterEach(() => {
  page.applier.stop()
  page.client.unmount()
  page.client.clear()
  vi.useRealTimers()
})

const take = (...events: ChangeEvent[]) => page.applier.take(events)
const readSince = () => page.read.splice(0)
const etagOf = (id: string) => page.client.getQueryData<Thing>(['thing', id])?.etag

describe('a change', () => {
  it('is read within half a second, where it is shown; what is hidden is marked and costs nothing', async () => {
    page.show(page.thingOptions('a'))
    const hide = page.show(page.thingOptions('b'))
    await pass(100)
    hide()
    readSince()
    page.etags.set('a', '2')
    page.etags.set('b', '2')
    take(changed('a', '2'), changed('b', '2'))
    await pass(500)
    expect(readSince()).toEqual(['a'])
    expect(etagOf('a')).toBe('2')
    expect(page.client.getQueryState(['thing', 'b'])?.isInvalidated).toBe(true)
    // Shown again, it is read.
    page.show(page.thingOptions('b'))
    await pass(100)
    expect(readSince()).toEqual(['b'])
  })

  it('is read once for many changes', async () => {
    page.show(page.thingOptions('a'))
    page.show(page.listOptions)
    await pass(100)
    readSince()
    page.etags.set('a', '100')
    for (let etag = 1; etag <= 100; etag += 1) take(changed('a', String(etag)), changed(`other${etag}`, '7'))
    await pass(1000)
    expect(readSince().toSorted()).toEqual(['a', 'list'])
  })

  it('is read a few times a second at most while changes keep coming, and not left out at the end', async () => {
    page.show(page.thingOptions('a'))
    await pass(100)
    readSince()
    for (let etag = 2; etag <= 101; etag += 1) {
      page.etags.set('a', String(etag))
      take(changed('a', String(etag)))
      await pass(20)
    }
    await pass(1000)
    expect(etagOf('a')).toBe('101')
    expect(readSince().length).toBeLessThanOrEqual(10)
  })

  it('is not read where it is shown already', async () => {
    page.show(page.thingOptions('a'))
    page.show(page.listOptions)
    await pass(100)
    readSince()
    page.client.setQueryData(['thing', 'a'], { id: 'a', etag: '2' })
    take(changed('a', '2'))
    await pass(500)
    // A colleague's change, so the list is out of date.
    expect(readSince()).toEqual(['list'])
    take(changed('a', '2', { actor: { type: 'staff', id: 'me' } }))
    await pass(500)
    expect(readSince()).toEqual([])
  })

  it('of one’s own waits for the answer that is on its way', async () => {
    page.show(page.thingOptions('a'))
    page.show(page.listOptions)
    await pass(100)
    readSince()
    const { client } = page
    const saving = client.getMutationCache().build(client, {
      mutationFn: async () => new Promise((resolve) => setTimeout(resolve, 120)),
      onSuccess: () => client.setQueryData(['thing', 'a'], { id: 'a', etag: '2' }),
    })
    void saving.execute(undefined)
    take(changed('a', '2', { actor: { type: 'staff', id: 'me' } }))
    await pass(1000)
    expect(readSince()).toEqual([])
  })

  it('that comes while the data are on their way is read after them', async () => {
    page.state.latency = 200
    page.show(page.thingOptions('a'))
    await pass(100)
    page.etags.set('a', '2')
    take(changed('a', '2'))
    await pass(600)
    expect(readSince()).toEqual(['a', 'a'])
    expect(etagOf('a')).toBe('2')
  })

  it('is in data that were asked for after it was heard of', async () => {
    page.show(page.listOptions)
    await pass(100)
    readSince()
    take(changed('a', '2'))
    void page.client.refetchQueries({ queryKey: ['list'] })
    await pass(500)
    expect(readSince()).toEqual(['list'])
  })

  it('from before the connection is read only where an older version is shown', async () => {
    page.show(page.thingOptions('a'))
    page.show(page.thingOptions('b'))
    page.show(page.listOptions)
    await pass(100)
    readSince()
    page.applier.take([changed('a', '1'), changed('c', '5')], true)
    await pass(500)
    expect(readSince()).toEqual([])
    page.applier.take([changed('b', '2')], true)
    await pass(500)
    expect(readSince()).toEqual(['b', 'list'])
  })
})

describe('nobody there', () => {
  it('reads nothing until somebody looks', async () => {
    page.show(page.thingOptions('a'))
    await pass(100)
    readSince()
    page.state.isAttended = false
    take(changed('a', '2'))
    page.applier.reset()
    await pass(5000)
    expect(readSince()).toEqual([])
    page.state.isAttended = true
    page.applier.catchUp()
    await pass(500)
    expect(readSince()).toEqual(['a'])
  })
})

describe('anything may have changed', () => {
  it('reads all that is shown, once', async () => {
    page.show(page.thingOptions('a'))
    page.show(page.listOptions)
    await pass(100)
    readSince()
    page.applier.reset()
    page.applier.reset()
    await pass(3000)
    expect(readSince()).toEqual(['a', 'list'])
  })
})

describe('a list scrolled through many pages', () => {
  it('is read again rarely, the last change included', async () => {
    const observer = page.showPages()
    await pass(100)
    for (let more = 0; more < 5; more += 1) {
      void observer.fetchNextPage()
      await pass(100)
    }
    readSince()
    take(changed('a', '2'))
    await pass(1000)
    take(changed('b', '2'))
    await pass(1000)
    expect(readSince()).toEqual([])
    await pass(6 * everyMsPerPage)
    expect(readSince()).toEqual([0, 1, 2, 3, 4, 5].map((number) => `page ${number}`))
  })
})

describe('a list', () => {
  it('shows a change by the version, a removal by the gap', () => {
    const items = [{ id: 'a', etag: '2' }, { id: 'b' }]
    expect(listShows(items, changed('a', '2'))).toBe(true)
    expect(listShows(items, changed('a', '3'))).toBe(false)
    expect(listShows(items, changed('c', '1', { type: 'thing.created' }))).toBe(false)
    expect(listShows(items, changed('b', '1'))).toBe(false)
    expect(listShows(items, changed('b', '1', { type: 'thing.created' }))).toBe(true)
    expect(listShows(items, changed('a', '2', { type: 'thing.deleted' }))).toBe(false)
    expect(listShows(items, changed('c', '2', { type: 'thing.deleted' }))).toBe(true)
  })
})
