import { createMemoryHistory } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { workspaceBodySchema, type SavedWorkspace } from '#/contract/workspaces.ts'
import { bodyOf, recovered, resumed, withLeftOpen } from '#/workspace/stored/stored-workspace.ts'
import { Workspace } from '#/workspace/workspace.ts'

function windowAt(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const workspace = new Workspace(history)
  const state = () => workspace.store.getState()
  return {
    history,
    workspace,
    state,
    ids: () => state().records.map(({ id }) => id),
    body: () => bodyOf(state(), (owner) => workspace.viewsOf(owner)),
  }
}

/** A window as it is left after some work. */
function workedIn() {
  const window = windowAt('/customers?status=blocked&open=a.account_b.carts_c.orders_d.account')
  const { workspace } = window
  workspace.remember('@customers', 'scroll', 480)
  workspace.pin('c')
  workspace.remember('b', 'carts/open', ['k1'])
  workspace.remember('d', 'orders/view', { sort: '-at' })
  workspace.close(['d'])
  workspace.show('b')
  return window
}

const saved = (window: ReturnType<typeof windowAt>): SavedWorkspace => ({
  ...window.body(),
  windowId: 'window0001',
  at: '2026-03-12T10:32:00.000Z',
})

describe('what is stored of a window', () => {
  it('keeps the contract, also over JSON', () => {
    const body = workedIn().body()
    expect(z.parse(workspaceBodySchema, JSON.parse(JSON.stringify(body)))).toEqual(body)
  })

  it('names no words that were searched for', () => {
    const window = windowAt('/customers')
    window.history.replace('/customers', { words: 'ada park' })
    expect(JSON.stringify(window.body())).not.toContain('ada')
  })
})

describe('going on', () => {
  it('restores records, order, pins, sections, views, lists, closed records and what was shown', () => {
    const before = workedIn()
    const after = windowAt('/customers')
    const { state, views, path } = resumed(after.state(), saved(before))
    after.workspace.adopt(state, views, path)
    expect(after.body()).toEqual(before.body())
    expect(after.history.location.pathname).toBe('/customers/b/carts')
    after.workspace.reopen()
    expect(after.workspace.recall('d', 'orders/view')).toEqual({ sort: '-at' })
    after.workspace.showPage('/customers')
    expect(after.history.location.search).toContain('status=blocked')
  })

  it('goes to the list as it was left when no record was shown', () => {
    const before = workedIn()
    before.workspace.showPage('/customers')
    const after = windowAt('/customers')
    const { state, views, path } = resumed(after.state(), saved(before))
    after.workspace.adopt(state, views, path)
    expect(after.history.location.href).toBe('/customers?status=blocked&open=c.orders_a.account_b.carts')
  })

  it('keeps what is open already, behind what comes back', () => {
    const after = windowAt('/customers/z/account?open=z.account_a.orders')
    const { state, views, path } = resumed(after.state(), saved(workedIn()))
    after.workspace.adopt(state, views, path)
    expect(after.ids()).toEqual(['c', 'a', 'b', 'z'])
  })
})

it('brings back pins, views and closed records of a window that crashed; its address says what is open', () => {
  const after = windowAt('/customers/b/account?open=b.account_c.orders_z.account')
  const { state, views } = recovered(after.state(), saved(workedIn()))
  after.workspace.adopt(state, views)
  expect(after.state()).toMatchObject({ pinned: ['c'], closed: [{ id: 'd' }] })
  expect(after.history.location.href).toBe('/customers/b/account?open=c.orders_b.account_z.account')
  expect(after.workspace.recall('b', 'carts/open')).toEqual(['k1'])
})

it('lets what was left open be reopened one by one', () => {
  const after = windowAt('/customers')
  after.workspace.adopt({ closed: withLeftOpen(after.state(), saved(workedIn())) }, {})
  expect(after.state().closed.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
  for (const _ of [1, 2, 3]) after.workspace.reopen()
  expect(after.ids()).toEqual(['c', 'a', 'b'])
  expect(after.state().pinned).toEqual(['c'])
})
