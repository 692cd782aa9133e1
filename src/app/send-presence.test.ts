// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendPresence, type SentPresence } from '#/app/send-presence.ts'
import { presenceBeatMs } from '#/contract/presence.ts'
import { Workspace } from '#/workspace/workspace.ts'

function aWindow(at = '/customers/ada/account?open=ada.account_bo.orders') {
  const workspace = new Workspace(createMemoryHistory({ initialEntries: [at] }))
  const sent: (SentPresence & { isLast?: true })[] = []
  const watchers = new Set<() => void>()
  let isThere = true
  const stop = sendPresence({
    workspace,
    attention: {
      isGiven: () => isThere,
      subscribe: (watcher) => {
        watchers.add(watcher)
        return () => watchers.delete(watcher)
      },
      stop: () => undefined,
    },
    send: (presence, isLast) => sent.push(isLast ? { ...presence, isLast } : presence),
  })
  const look = (there: boolean) => {
    isThere = there
    for (const watcher of watchers) watcher()
  }
  return { workspace, look, stop, take: () => sent.splice(0) }
}

const viewing = (customerId: string, section: string) => ({ customerId, section, editing: false, itemId: null })
const pass = (ms: number) => vi.advanceTimersByTime(ms)

let shown: ReturnType<typeof aWindow>
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  shown.stop()
  vi.useRealTimers()
})

describe('where a person is', () => {
  it('is told at once, and every five seconds while they stay', () => {
    shown = aWindow()
    pass(0)
    expect(shown.take()).toEqual([viewing('ada', 'account')])
    pass(3 * presenceBeatMs)
    expect(shown.take()).toHaveLength(3)
  })

  it('is told when they go elsewhere, once they have come to rest', () => {
    shown = aWindow()
    pass(1000)
    shown.take()
    shown.workspace.show('bo')
    pass(0)
    expect(shown.take()).toEqual([viewing('bo', 'orders')])
    for (const id of ['ada', 'bo', 'ada', 'bo', 'ada']) shown.workspace.show(id, 'addresses')
    pass(1000)
    expect(shown.take()).toEqual([viewing('ada', 'addresses')])
  })

  it('says what is being edited, as long as it is on the screen', () => {
    shown = aWindow()
    pass(1000)
    shown.take()
    shown.workspace.editing.setState({
      forms: [
        { recordId: 'ada', form: 'account' },
        { recordId: 'ada', form: 'addresses/a1' },
      ],
    })
    pass(0)
    expect(shown.take()).toEqual([{ ...viewing('ada', 'account'), editing: true }])
    pass(1000)
    shown.workspace.show('ada', 'addresses')
    pass(0)
    expect(shown.take()).toEqual([{ ...viewing('ada', 'addresses'), editing: true, itemId: 'a1' }])
    pass(1000)
    shown.workspace.editing.setState({ forms: [] })
    pass(0)
    expect(shown.take()).toEqual([viewing('ada', 'addresses')])
  })

  it.each([
    ['nobody looks', () => shown.look(false)],
    ['the list is shown', () => shown.workspace.showPage('/customers')],
    ['a new customer is typed', () => shown.workspace.show('new-abcd1234')],
  ])('is nowhere while %s: that is told once, and no more', (_when, leave) => {
    shown = aWindow()
    pass(1000)
    shown.take()
    leave()
    pass(10 * presenceBeatMs)
    expect(shown.take()).toEqual([{ customerId: null }])
  })

  it('is not told on the list', () => {
    shown = aWindow('/customers')
    pass(10 * presenceBeatMs)
    expect(shown.take()).toEqual([])
  })

  it('is taken back when the page goes, by a request that outlives it, and when nobody is signed in any more', () => {
    shown = aWindow()
    pass(0)
    shown.take()
    window.dispatchEvent(new Event('pagehide'))
    expect(shown.take()).toEqual([{ customerId: null, isLast: true }])
    pass(10 * presenceBeatMs)
    expect(shown.take()).toEqual([])
    shown.stop()
    expect(shown.take()).toEqual([])
  })
})
