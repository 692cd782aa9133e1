import { createMemoryHistory } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { addOwner } from '#/workspace/edit-starts.ts'
import { Workspace } from '#/workspace/workspace.ts'

/** A window whose last entry is this address, with what its history and its workspace show. */
function windowAt(...addresses: string[]) {
  const history = createMemoryHistory({ initialEntries: addresses })
  const workspace = new Workspace(history)
  return {
    history,
    workspace,
    state: () => workspace.store.getState(),
    at: () => history.location.href,
    ids: () =>
      workspace.store
        .getState()
        .records.map(({ id }) => id)
        .join(' '),
  }
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}.account`).join('_')

describe('the first address', () => {
  it('opens what it names and shows what its path says', () => {
    const { state, ids } = windowAt('/customers/b/orders?open=a.carts_b.account_c.account')
    expect(ids()).toBe('a b c')
    expect(state().active).toBe('b')
    expect(state().records[1]).toEqual({ id: 'b', section: 'orders' })
    expect(state().mounted).toEqual(['b'])
  })

  it('opens a record without `open`, and the address then has it', () => {
    const { at, ids } = windowAt('/customers/a/orders')
    expect(ids()).toBe('a')
    expect(at()).toBe('/customers/a/orders?open=a.orders')
  })

  it('keeps the other parameters and the fragment', () => {
    expect(windowAt('/orders?sort=-at&open=a.account&x=1#row').at()).toBe('/orders?sort=-at&open=a.account&x=1#row')
    expect(windowAt('/customers/a/orders?x=1#row').at()).toBe('/customers/a/orders?x=1&open=a.orders#row')
  })

  it('shows a record where it was left when the path names no section', () => {
    expect(windowAt('/customers/a?open=a.carts').state().records).toEqual([{ id: 'a', section: 'carts' }])
  })

  it('shows the account for an unknown section', () => {
    expect(windowAt('/customers/a/shoes').state().records).toEqual([{ id: 'a', section: 'account' }])
  })

  it('opens a hundred at most and says how many were left out', () => {
    const { state, at } = windowAt(`/customers?open=${many(130)}`)
    expect(state().records).toHaveLength(100)
    expect(state().dropped).toBe(30)
    expect(at()).toBe(`/customers?open=${many(100)}`)
  })

  it('finds room for the record it shows', () => {
    const { state, ids } = windowAt(`/customers/zz/account?open=${many(100)}`)
    expect(state().records).toHaveLength(100)
    expect(ids()).toMatch(/^r1 .* zz$/)
    expect(state().dropped).toBe(1)
  })

  it('opens nothing for junk', () => {
    expect(windowAt('/customers?open=%00_..%2F_A!').at()).toBe('/customers')
  })

  it('is taken from where the sign-in returns to', () => {
    const returnTo = encodeURIComponent('/customers/a/account?open=a.account_b.carts')
    const { history, at, ids } = windowAt(`/sign-in?returnTo=${returnTo}`)
    expect(ids()).toBe('a b')
    expect(at()).toBe(`/sign-in?returnTo=${returnTo}`)
    history.replace('/customers/a/account')
    expect(at()).toBe('/customers/a/account?open=a.account_b.carts')
  })
})

describe('moving on', () => {
  it('opens a record at the end and shows it', () => {
    const { workspace, at, state } = windowAt('/customers?open=a.account')
    workspace.show('b')
    expect(at()).toBe('/customers/b/account?open=a.account_b.account')
    expect(state().active).toBe('b')
  })

  it('shows an open record where it was left, and never opens it twice', () => {
    const { workspace, at } = windowAt('/customers?open=a.carts_b.account')
    workspace.show('a')
    expect(at()).toBe('/customers/a/carts?open=a.carts_b.account')
    workspace.show('a', 'orders')
    expect(at()).toBe('/customers/a/orders?open=a.orders_b.account')
  })

  it('carries the set into every address, whoever made the link', () => {
    const { history, at } = windowAt('/customers/a/account?open=a.account_b.account')
    history.push('/orders?sort=-at')
    expect(at()).toBe('/orders?sort=-at&open=a.account_b.account')
    history.push('/customers/c/carts?open=stale.account')
    expect(at()).toBe('/customers/c/carts?open=a.account_b.account_c.carts')
  })

  it('opens in the background without leaving, once', () => {
    const { workspace, history, at, state } = windowAt('/customers?open=a.account')
    const entries = history.length
    expect(workspace.openInBackground('b')).toBe(true)
    expect(workspace.openInBackground('b')).toBe(true)
    expect(at()).toBe('/customers?open=a.account_b.account')
    expect(state().active).toBeNull()
    expect(history.length).toBe(entries)
  })

  it('adds no entry for going to where one is', () => {
    const { history, workspace } = windowAt('/customers/a/account')
    const entries = history.length
    workspace.show('a')
    history.push('/customers/a/account?open=a.account')
    expect(history.length).toBe(entries)
    history.push('/customers', { words: 'ada' })
    history.push('/customers', { words: 'bo' })
    expect(history.length).toBe(entries + 2)
  })
})

describe('Back and Forward', () => {
  it('move between what was looked at and never close', () => {
    const { workspace, history, at, ids } = windowAt('/customers')
    workspace.show('a')
    workspace.show('b')
    history.back()
    expect(at()).toBe('/customers/a/account?open=a.account_b.account')
    history.back()
    expect(at()).toBe('/customers?open=a.account_b.account')
    expect(ids()).toBe('a b')
    history.go(2)
    expect(at()).toBe('/customers/b/account?open=a.account_b.account')
  })

  it('rewrite the entry in place', () => {
    const { workspace, history, at } = windowAt('/customers')
    workspace.show('a')
    workspace.show('b')
    workspace.close(['a'])
    const entries = history.length
    history.go(-2)
    expect(at()).toBe('/customers?open=b.account')
    expect(history.length).toBe(entries)
    history.forward()
    history.forward()
    expect(at()).toBe('/customers/b/account?open=b.account_a.account')
  })

  it('reopen a closed record that the entry shows', () => {
    const { workspace, history, ids, state } = windowAt('/customers')
    workspace.show('a')
    workspace.show('b')
    workspace.close(['a'])
    history.back()
    expect(ids()).toBe('b a')
    expect(state().active).toBe('a')
  })

  it('go to the section that was looked at', () => {
    const { workspace, history, at } = windowAt('/customers/a/account')
    workspace.show('a', 'orders')
    history.back()
    expect(at()).toBe('/customers/a/account?open=a.account')
  })

  it('keep what else the entry holds', () => {
    const { workspace, history } = windowAt('/customers')
    history.replace('/customers', { words: 'ada' })
    workspace.show('a')
    history.back()
    expect(history.location.state.words).toBe('ada')
  })
})

describe('closing', () => {
  const four = '/customers/b/account?open=a.account_b.account_c.orders_d.account'

  it('shows the right neighbour in place of the active record', () => {
    const { workspace, history, at } = windowAt(four)
    const entries = history.length
    workspace.close(['b'])
    expect(at()).toBe('/customers/c/orders?open=a.account_c.orders_d.account')
    expect(history.length).toBe(entries)
  })

  it('shows the left neighbour of the last', () => {
    const { workspace, at } = windowAt(four)
    workspace.show('d')
    workspace.close(['d'])
    expect(at()).toBe('/customers/c/orders?open=a.account_b.account_c.orders')
  })

  it('stays where it is when another record closes', () => {
    const { workspace, at, state } = windowAt(four)
    workspace.close(['a'])
    expect(at()).toBe('/customers/b/account?open=b.account_c.orders_d.account')
    workspace.close(['d', 'nobody'])
    expect(state().active).toBe('b')
  })

  it('closes the others', () => {
    const { workspace, at } = windowAt(four)
    workspace.close(['a', 'c', 'd'])
    expect(at()).toBe('/customers/b/account?open=b.account')
  })

  it('closes all and goes to the list as it was left', () => {
    const { workspace, history, at, state } = windowAt('/customers?status=blocked')
    history.replace('/customers?status=blocked', { words: 'ada' })
    workspace.show('a')
    workspace.show('b')
    workspace.close(['a', 'b'])
    expect(at()).toBe('/customers?status=blocked')
    expect(history.location.state.words).toBe('ada')
    expect(state()).toMatchObject({ records: [], active: null, mounted: [] })
  })

  it('forgets edits and views of what closed', () => {
    const { workspace, state } = windowAt(four)
    workspace.setUnsaved('a', 'account', true)
    workspace.remember('a', 'orders/scroll', 300)
    workspace.remember('b', 'orders/scroll', 200)
    workspace.close(['a'])
    expect(state().unsaved).toEqual({})
    expect(workspace.recall('a', 'orders/scroll')).toBeUndefined()
    expect(workspace.recall('b', 'orders/scroll')).toBe(200)
  })

  it('asks only when something is unsaved', () => {
    const { workspace, state, ids } = windowAt(four)
    expect(workspace.askToClose(['c'])).toBe(true)
    expect(ids()).toBe('a b d')
    workspace.setUnsaved('a', 'account', true)
    expect(workspace.askToClose(['a', 'b'])).toBe(false)
    expect(state().asking).toEqual(['a', 'b'])
    workspace.answerClose(false)
    expect(ids()).toBe('a b d')
    expect(state().asking).toBeNull()
    workspace.askToClose(['a', 'b'])
    workspace.answerClose(true)
    expect(ids()).toBe('d')
  })
})

describe('unsaved edits', () => {
  it('are known by record and form', () => {
    const { workspace, state } = windowAt('/customers/a/account')
    workspace.setUnsaved('a', 'account', true)
    workspace.setUnsaved('a', 'attributes', true)
    workspace.setUnsaved('a', 'account', false)
    expect(state().unsaved).toEqual({ a: ['attributes'] })
    workspace.setUnsaved('a', 'attributes', false)
    expect(state().unsaved).toEqual({})
  })

  it('are not kept of a record that is not open', () => {
    const { workspace, state } = windowAt('/customers')
    workspace.setUnsaved('a', 'account', true)
    expect(state().unsaved).toEqual({})
  })

  it('over which somebody else saved are known until they are no edits any more', () => {
    const { workspace, state } = windowAt('/customers/a/account')
    workspace.setUnsaved('a', 'account', true)
    workspace.setConflicted('a', 'account', true)
    workspace.setConflicted('b', 'account', true)
    expect(state().conflicted).toEqual({ a: ['account'] })
    workspace.setUnsaved('a', 'account', false)
    expect(state().conflicted).toEqual({})
    workspace.setUnsaved('a', 'account', true)
    workspace.setConflicted('a', 'account', true)
    workspace.close(['a'])
    expect(state().conflicted).toEqual({})
  })

  it('change nothing when said twice', () => {
    const { workspace, state } = windowAt('/customers/a/account')
    workspace.setUnsaved('a', 'account', true)
    const before = state()
    workspace.setUnsaved('a', 'account', true)
    expect(state()).toBe(before)
  })

  it('can all be given up', () => {
    const { workspace, state } = windowAt('/customers/a/account')
    workspace.setUnsaved('a', 'account', true)
    workspace.discardUnsaved()
    expect(state().unsaved).toEqual({})
  })
})

describe('mounted records', () => {
  it('are the eight looked at last', () => {
    const { workspace, state } = windowAt(`/customers?open=${many(12)}`)
    expect(state().mounted).toEqual([])
    for (let index = 0; index < 10; index += 1) workspace.show(`r${index}`)
    workspace.show('r5')
    expect(state().mounted).toEqual(['r5', 'r9', 'r8', 'r7', 'r6', 'r4', 'r3', 'r2'])
  })

  it('are no more for unsaved edits: those come back from drafts', () => {
    const { workspace, state } = windowAt(`/customers/r0/account?open=${many(12)}`)
    workspace.setUnsaved('r0', 'account', true)
    for (let index = 1; index < 10; index += 1) workspace.show(`r${index}`)
    expect(state().mounted).toHaveLength(8)
    expect(state().mounted).not.toContain('r0')
    expect(state().unsaved).toEqual({ r0: ['account'] })
  })

  it('stay mounted while the list or an order is shown', () => {
    const { history, state } = windowAt('/customers/a/account')
    history.push('/orders/o1')
    expect(state()).toMatchObject({ active: null, mounted: ['a'] })
  })
})

describe('lists', () => {
  it('are gone back to as they were left', () => {
    const { workspace, history, at } = windowAt('/customers?status=blocked&sort=-name')
    history.replace(at(), { words: 'ada' })
    workspace.show('a')
    history.push('/orders?sort=at')
    workspace.showPage('/customers')
    expect(at()).toBe('/customers?status=blocked&sort=-name&open=a.account')
    expect(history.location.state.words).toBe('ada')
    workspace.showPage('/orders')
    expect(at()).toBe('/orders?sort=at&open=a.account')
  })

  it('come to the search', () => {
    const { workspace, at, state } = windowAt('/customers/a/account')
    workspace.search()
    expect(at()).toBe('/customers?open=a.account')
    expect(state().searches).toBe(1)
  })
})

describe('what is remembered', () => {
  it('comes back after a reload', () => {
    const { workspace, history } = windowAt('/customers?sort=-name')
    workspace.show('a')
    workspace.remember('a', 'orders/scroll', 640)
    workspace.keepViews()
    const reloaded = new Workspace(history)
    expect(reloaded.recall('a', 'orders/scroll')).toBe(640)
    reloaded.showPage('/customers')
    expect(history.location.href).toBe('/customers?sort=-name&open=a.account')
  })
})

describe('the edit shortcut', () => {
  it('starts what the active record offers', () => {
    const { workspace } = windowAt('/customers/a/account?open=a.account_b.account')
    const started: string[] = []
    const takeBack = workspace.onEdit('a', () => started.push('a'))
    workspace.onEdit('b', () => started.push('b'))
    workspace.edit()
    workspace.show('b')
    workspace.edit()
    takeBack()
    workspace.show('a')
    workspace.edit()
    expect(started).toEqual(['a', 'b'])
  })
})

describe('a new record', () => {
  const newId = 'new-k3x9q2ab'

  it('has one section only', () => {
    const { state, at } = windowAt(`/customers/${newId}/orders`)
    expect(state().records).toEqual([{ id: newId, section: 'account' }])
    expect(at()).toBe(`/customers/${newId}/orders?open=${newId}.account`)
    expect(windowAt(`/customers?open=${newId}.carts`).state().records).toEqual([{ id: newId, section: 'account' }])
  })

  it('gives its place to what it was saved as, in the strip and in every address', () => {
    const { workspace, history, state, at, ids } = windowAt(`/customers?open=a.account_b.account`)
    workspace.show(newId)
    workspace.move(newId, 1)
    workspace.show('b')
    workspace.show(newId)
    workspace.replaceSaved(newId, 'k7')
    expect(ids()).toBe('a k7 b')
    expect(state()).toMatchObject({ active: 'k7', mounted: ['k7', 'b'] })
    expect(at()).toBe('/customers/k7/account?open=a.account_k7.account_b.account')
    history.back()
    history.back()
    expect(at()).toBe('/customers/k7/account?open=a.account_k7.account_b.account')
    expect(ids()).toBe('a k7 b')
    history.back()
    expect(at()).toBe('/customers?open=a.account_k7.account_b.account')
  })

  it('leads to what it was saved as after a reload too', () => {
    const { workspace, history } = windowAt('/customers')
    workspace.show(newId)
    workspace.show('b')
    workspace.replaceSaved(newId, 'k7')
    expect(history.location.pathname).toBe('/customers/b/account')
    workspace.keepViews()
    const reloaded = new Workspace(history)
    history.back()
    expect(history.location.pathname).toBe('/customers/k7/account')
    expect(reloaded.store.getState().active).toBe('k7')
  })

  it('is added by a shortcut where a page offers it', () => {
    const { workspace } = windowAt('/customers')
    let added = 0
    const takeBack = workspace.onEdit(addOwner, () => (added += 1))
    workspace.add()
    workspace.show('a')
    workspace.add()
    workspace.showPage('/customers')
    takeBack()
    workspace.add()
    expect(added).toBe(1)
  })
})
