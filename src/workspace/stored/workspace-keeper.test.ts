import { createMemoryHistory, type HistoryState } from '@tanstack/react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SavedWorkspace, WorkspaceBody } from '#/contract/workspaces.ts'
import { ApiError } from '#/shared/api/api-error.ts'
import { WorkspaceKeeper } from '#/workspace/stored/workspace-keeper.ts'
import { Workspace } from '#/workspace/workspace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const second = 1000
const pass = (time = second) => vi.advanceTimersByTimeAsync(time)
const idsOf = (body: WorkspaceBody | undefined) => body?.records.map(({ id }) => id).join(' ')

interface Options {
  stored?: SavedWorkspace[]
  open?: string[]
  state?: HistoryState
}

async function keep(address: string, { stored = [], open = [], state = {} }: Options = {}) {
  const history = createMemoryHistory({ initialEntries: [address] })
  history.replace(address, state)
  const workspace = new Workspace(history)
  const put: { body: WorkspaceBody; isLast: boolean }[] = []
  let failure: unknown
  const list = vi.fn<() => Promise<SavedWorkspace[]>>(async () => stored)
  const keeper = new WorkspaceKeeper({
    workspace,
    windowId: 'own0000000',
    list,
    openWindows: async () => open,
    put: async (body, isLast) => {
      if (failure) throw failure
      put.push({ body, isLast })
    },
  })
  await keeper.start()
  return { workspace, keeper, put, list, history, fail: (error?: unknown) => (failure = error) }
}

const saved = (windowId: string, ...ids: string[]): SavedWorkspace => ({
  windowId,
  records: ids.map((id) => ({ id, section: 'account', isPinned: false, views: {} })),
  activeId: ids[0] ?? null,
  closed: [],
  pages: {},
  at: '2026-03-12T10:32:00.000Z',
})

describe('storing', () => {
  it('follows a change within a second, and stores nothing that is stored', async () => {
    const { workspace, put } = await keep('/customers')
    await pass(10 * second)
    expect(put).toEqual([])
    workspace.show('a')
    workspace.show('b')
    await pass()
    expect(put.map(({ body }) => idsOf(body))).toEqual(['a b'])
    workspace.remember('b', 'orders/scroll', 640)
    await pass()
    expect(put[1]?.body.records[1]?.views).toEqual({ 'orders/scroll': 640 })
    workspace.remember('b', 'orders/scroll', 640)
    await pass(10 * second)
    expect(put).toHaveLength(2)
  })

  it('stores at once as the page goes', async () => {
    const { workspace, keeper, put } = await keep('/customers')
    workspace.show('a')
    await keeper.flush(true)
    expect(put).toMatchObject([{ isLast: true }])
    await pass(10 * second)
    expect(put).toHaveLength(1)
  })

  it('leaves out views when they are too much for a page that goes', async () => {
    const { workspace, keeper, put } = await keep('/customers')
    workspace.show('a')
    workspace.remember(
      'a',
      'orders/open',
      Array.from({ length: 10_000 }, (_, index) => `order${index}`),
    )
    await keeper.flush(true)
    expect(put[0]?.body.records[0]?.views).toEqual({})
  })

  it('asks for nothing and stores nothing after a reload, until something changes', async () => {
    const { workspace, put, list } = await keep('/customers/a/account?open=a.account_b.account', {
      state: { views: { '@workspace': { pinned: ['a'] } } },
    })
    await pass(10 * second)
    expect(list).not.toHaveBeenCalled()
    expect(put).toEqual([])
    workspace.pin('b')
    await pass()
    expect(put.map(({ body }) => idsOf(body))).toEqual(['a b'])
  })

  it('tries again, and says meanwhile that it is not stored', async () => {
    const { workspace, put, fail } = await keep('/customers')
    fail(new ApiError('network', {}))
    workspace.show('a')
    await pass()
    expect(workspace.store.getState().isStored).toBe(false)
    fail()
    await pass(11 * second)
    expect(put.map(({ body }) => idsOf(body))).toEqual(['a'])
    expect(workspace.store.getState().isStored).toBe(true)
  })

  it('leaves it to the sign-in to say that the session is over', async () => {
    const { workspace, fail } = await keep('/customers')
    fail(new ApiError('unauthenticated', {}))
    workspace.show('a')
    await pass()
    expect(workspace.store.getState().isStored).toBe(true)
  })

  it('ends with stop', async () => {
    const { workspace, keeper, put } = await keep('/customers')
    keeper.stop()
    workspace.show('a')
    await pass(10 * second)
    expect(put).toEqual([])
  })
})

describe('the start', () => {
  const offered = (workspace: Workspace) => workspace.store.getState().offer?.windowId

  it('without open records in the address offers those of the newest window', async () => {
    const { workspace, put } = await keep('/customers', { stored: [saved('late', 'a', 'b'), saved('early', 'c')] })
    expect(offered(workspace)).toBe('late')
    await pass(10 * second)
    // Nothing takes the place of what is offered before that is answered.
    expect(put).toEqual([])
  })

  it('offers its own too, when its address lost them', async () => {
    const { workspace } = await keep('/customers', { stored: [saved('own0000000', 'a')] })
    expect(offered(workspace)).toBe('own0000000')
  })

  it('does not offer what is open in another window beside it', async () => {
    const { workspace } = await keep('/customers', {
      stored: [saved('beside', 'a', 'b'), saved('early', 'c')],
      open: ['beside', 'own0000000'],
    })
    expect(offered(workspace)).toBe('early')
  })

  it('offers nothing when everything was closed last, or when the address names records', async () => {
    const { workspace } = await keep('/customers', { stored: [saved('late'), saved('early', 'c')] })
    expect(offered(workspace)).toBeUndefined()
    const named = await keep('/customers?open=z.account', { stored: [saved('late', 'a', 'b')] })
    expect(offered(named.workspace)).toBeUndefined()
  })

  it('keeps what is offered among the recently closed, also when a record is opened instead', async () => {
    const { workspace, put } = await keep('/customers', { stored: [saved('own0000000', 'a', 'b')] })
    workspace.show('z')
    await pass()
    expect(put[0]?.body).toMatchObject({ records: [{ id: 'z' }], closed: [{ id: 'a' }, { id: 'b' }] })
  })

  it('after a crash takes pins and views of its own window; the address says what is open', async () => {
    const own = saved('own0000000', 'a', 'b')
    const records = ['a', 'b'].map((id) => ({ id, section: 'account', isPinned: id === 'b', views: {} }))
    const { workspace } = await keep('/customers/a/account?open=a.account_b.account', {
      stored: [{ ...own, records }],
    })
    expect(workspace.store.getState()).toMatchObject({ pinned: ['b'], records: [{ id: 'b' }, { id: 'a' }] })
  })
})
