import { createMemoryHistory } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { Workspace } from '#/workspace/workspace.ts'

function windowAt(address: string, limit = 30) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const workspace = new Workspace(history)
  workspace.store.setState({ limit })
  const state = () => workspace.store.getState()
  const ids = () =>
    state()
      .records.map(({ id }) => id)
      .join(' ')
  const closed = () =>
    state()
      .closed.map(({ id }) => id)
      .join(' ')
  const undo = () => {
    const news = state().news.at(-1)
    if (news?.kind === 'closed' || news?.kind === 'retired') workspace.undoClosing(news.closing)
  }
  return { history, workspace, state, ids, closed, undo, at: () => history.location.href }
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}.account`).join('_')
const four = '/customers/b/carts?open=a.account_b.carts_c.orders_d.account'

describe('pins', () => {
  it('come first in the strip, in the order in which they were made', () => {
    const { workspace, ids, at } = windowAt(four)
    workspace.pin('c')
    workspace.pin('b')
    expect(ids()).toBe('c b a d')
    expect(at()).toBe('/customers/b/carts?open=c.orders_b.carts_a.account_d.account')
    workspace.pin('c', false)
    expect(ids()).toBe('b c a d')
  })

  it('keep their part of the strip when tabs are moved', () => {
    const { workspace, ids } = windowAt(four)
    workspace.pin('a')
    workspace.pin('b')
    workspace.move('d', 0)
    expect(ids()).toBe('a b d c')
    workspace.move('a', 3)
    expect(ids()).toBe('b a d c')
  })

  it('come back after a reload, with what was closed and how it was looked at', () => {
    const { workspace, history, closed } = windowAt(four)
    workspace.pin('c')
    workspace.remember('d', 'orders/view', { sort: '-at' })
    workspace.close(['d'])
    workspace.keepViews()
    const reloaded = new Workspace(history)
    expect(reloaded.store.getState()).toMatchObject({ pinned: ['c'] })
    expect(closed()).toBe('d')
    reloaded.reopen()
    expect(reloaded.recall('d', 'orders/view')).toEqual({ sort: '-at' })
    // Once it was read it is not kept: after a crash it would be old.
    expect(history.location.state.views).toBeUndefined()
  })

  it('belong to open records only', () => {
    const { workspace, state } = windowAt(four)
    workspace.pin('z')
    workspace.pin('a')
    workspace.close(['a'])
    expect(state().pinned).toEqual([])
  })

  it('stay with a new record when it is saved', () => {
    const { workspace, state } = windowAt('/customers/new-k3x9q2ab/account?open=a.account')
    workspace.pin('new-k3x9q2ab')
    workspace.replaceSaved('new-k3x9q2ab', 'k7')
    expect(state()).toMatchObject({ pinned: ['k7'], records: [{ id: 'k7' }, { id: 'a' }] })
  })
})

describe('the limit', () => {
  it('closes the record that was longest not looked at, and says so', () => {
    const { workspace, ids, closed, state } = windowAt(`/customers?open=${many(4)}`, 4)
    workspace.show('r0')
    workspace.show('r2')
    workspace.show('zz')
    expect(ids()).toBe('r0 r2 r3 zz')
    expect(closed()).toBe('r1')
    expect(state().news).toMatchObject([{ kind: 'retired', closing: { records: [{ id: 'r1' }] } }])
    expect(state().active).toBe('zz')
  })

  it('spares what is pinned, unsaved or shown', () => {
    const { workspace, ids } = windowAt(`/customers/r3/account?open=${many(4)}`, 4)
    workspace.pin('r0')
    workspace.setUnsaved('r1', 'account', true)
    workspace.openInBackground('zz')
    expect(ids()).toBe('r0 r1 r3 zz')
    workspace.openInBackground('yy')
    expect(ids()).toBe('r0 r1 r3 yy')
  })

  it('opens all the same when none may go, and asks', () => {
    const { workspace, ids, state } = windowAt(`/customers?open=${many(2)}`, 2)
    workspace.pin('r0')
    workspace.setUnsaved('r1', 'account', true)
    workspace.show('zz')
    expect(ids()).toBe('r0 r1 zz')
    expect(state().news).toEqual([{ kind: 'full' }])
    workspace.openInBackground('yy')
    expect(ids()).toBe('r0 r1 zz yy')
  })

  it('does not hold for an address, which opens up to a hundred', () => {
    const { workspace, state } = windowAt(`/customers/r99/account?open=${many(100)}`)
    expect(state().records).toHaveLength(100)
    expect(state().news).toEqual([])
    workspace.show('zz')
    expect(state().records).toHaveLength(100)
  })

  it('opens nothing behind a hundred that may not go', () => {
    const { workspace, state } = windowAt(`/customers?open=${many(100)}`)
    for (const { id } of state().records) workspace.pin(id)
    expect(workspace.openInBackground('zz')).toBe(false)
  })

  it('is undone: the record comes back where it stood, and what was opened stays', () => {
    const { workspace, ids, undo, state, closed } = windowAt(`/customers?open=${many(3)}`, 3)
    workspace.remember('r0', 'orders/scroll', 640)
    workspace.show('zz')
    undo()
    expect(ids()).toBe('r0 r1 r2 zz')
    expect(state().active).toBe('zz')
    expect(closed()).toBe('')
    expect(workspace.recall('r0', 'orders/scroll')).toBe(640)
  })
})

describe('undoing a close', () => {
  it('costs no extra step back when the record was opened again before', () => {
    const { workspace, history, ids, undo, at } = windowAt('/customers/a/account?open=a.account_b.account')
    workspace.close(['a', 'b'])
    workspace.reopen('a')
    const entries = history.length
    undo()
    expect([ids(), at()]).toEqual(['a b', '/customers/a/account?open=a.account_b.account'])
    expect(history.length).toBe(entries)
  })

  it('restores order, sections, pins, views and what was shown', () => {
    const { workspace, history, ids, at, state, undo } = windowAt(four)
    workspace.pin('b')
    workspace.remember('b', 'carts/open', ['k1'])
    const before = { ids: ids(), at: at(), pinned: state().pinned, entries: history.length }
    workspace.close(['a', 'b', 'c', 'd'])
    expect(at()).toBe('/customers')
    undo()
    expect({ ids: ids(), at: at(), pinned: state().pinned, entries: history.length }).toEqual(before)
    expect(workspace.recall('b', 'carts/open')).toEqual(['k1'])
    expect(state().closed).toEqual([])
  })

  it('shows the closed record again also when the person has gone on', () => {
    const { workspace, at, undo, history } = windowAt(four)
    workspace.close(['b'])
    workspace.show('d')
    undo()
    expect(at()).toBe('/customers/b/carts?open=a.account_b.carts_c.orders_d.account')
    history.back()
    expect(history.location.pathname).toBe('/customers/d/account')
  })

  it('takes back what else was done to close', () => {
    const { workspace, undo } = windowAt(four)
    const done: string[] = []
    workspace.setUnsaved('b', 'account', true)
    workspace.askToClose(['b'])
    workspace.answerClose(true, () => done.push('drafts'))
    undo()
    expect(done).toEqual(['drafts'])
  })

  it('brings back what had fallen off the end of the list of closed records', () => {
    const { workspace, undo, closed } = windowAt(`/customers?open=${many(25)}`)
    workspace.close(['r0'])
    workspace.close(Array.from({ length: 24 }, (_, index) => `r${index + 1}`))
    expect(closed()).not.toContain('r0 ')
    undo()
    expect(closed()).toBe('r0')
  })
})

describe('reopening', () => {
  it('goes from the last closed to the first, each to its place', () => {
    const { workspace, ids, at, closed } = windowAt(four)
    workspace.close(['c'])
    workspace.close(['a', 'd'])
    expect(closed()).toBe('a d c')
    workspace.reopen()
    expect(ids()).toBe('a b')
    expect(at()).toContain('/customers/a/account')
    workspace.reopen()
    workspace.reopen()
    expect(ids()).toBe('a b c d')
    expect(at()).toContain('/customers/c/orders')
    workspace.reopen()
    expect(ids()).toBe('a b c d')
  })

  it('remembers twenty', () => {
    const { workspace, state } = windowAt(`/customers?open=${many(25)}`)
    workspace.close(state().records.map(({ id }) => id))
    expect(state().closed).toHaveLength(20)
    expect(state().closed[0]?.id).toBe('r0')
  })

  it('takes a named one', () => {
    const { workspace, ids, closed } = windowAt(four)
    workspace.close(['a', 'c'])
    workspace.reopen('c')
    expect(ids()).toBe('b c d')
    expect(closed()).toBe('a')
  })

  it('keeps to the limit', () => {
    const { workspace, ids } = windowAt(`/customers?open=${many(3)}`, 3)
    workspace.close(['r0'])
    workspace.show('zz')
    workspace.reopen()
    expect(ids()).toBe('r0 r2 zz')
  })

  it('by the list or by Back brings back how it was looked at, and leaves no second one behind', () => {
    const { workspace, closed } = windowAt(four)
    workspace.remember('c', 'orders/scroll', 640)
    workspace.close(['c'])
    workspace.show('c')
    expect(workspace.recall('c', 'orders/scroll')).toBe(640)
    expect(closed()).toBe('')
  })

  it('forgets a new record that nothing was typed into', () => {
    const { workspace, state } = windowAt('/customers/new-k3x9q2ab/account')
    workspace.close(['new-k3x9q2ab'])
    expect(state()).toMatchObject({ closed: [], news: [] })
    workspace.show('new-aaaaaaaa')
    workspace.setUnsaved('new-aaaaaaaa', 'account', true)
    workspace.close(['new-aaaaaaaa'])
    expect(state().closed).toMatchObject([{ id: 'new-aaaaaaaa' }])
  })
})

describe('a switch', () => {
  it('is when another record than the one before is shown', () => {
    const { workspace, state } = windowAt('/customers')
    workspace.show('a')
    expect(state().switchedAt).toBe(Number.NEGATIVE_INFINITY)
    workspace.show('a', 'orders')
    workspace.showPage('/customers')
    workspace.show('a')
    expect(state().switchedAt).toBe(Number.NEGATIVE_INFINITY)
    const before = Date.now()
    workspace.show('b')
    expect(state().switchedAt).toBeGreaterThanOrEqual(before)
  })

  it('is also when a neighbour takes the place of a closed one', () => {
    const { workspace, state } = windowAt(four)
    const before = Date.now()
    workspace.close(['b'])
    expect(state().switchedAt).toBeGreaterThanOrEqual(before)
  })
})
