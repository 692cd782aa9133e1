import { createBrowserHistory } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { Workspace } from '#/workspace/workspace.ts'

/** As much of a browser's window as its history needs; Back and Forward arrive later, as in a browser. */
function fakeWindow(address: string) {
  const listeners: (() => void)[] = []
  const entries: { state: unknown; url: URL }[] = [{ state: null, url: new URL(address, 'https://shop.example') }]
  let at = 0
  const entryAt = (state: unknown, href: string) => ({ state, url: new URL(href, 'https://shop.example') })
  return {
    entries,
    get location() {
      return entries[at]?.url
    },
    history: {
      get state() {
        return entries[at]?.state
      },
      get length() {
        return entries.length
      },
      pushState(state: unknown, _: string, href: string) {
        entries.splice(at + 1, Number.POSITIVE_INFINITY, entryAt(state, href))
        at += 1
      },
      replaceState(state: unknown, _: string, href?: string) {
        entries[at] = entryAt(state, href ?? entries[at]?.url.href ?? '')
      },
      back() {
        at = Math.max(0, at - 1)
        queueMicrotask(() => listeners.forEach((listener) => listener()))
      },
    },
    addEventListener(type: string, listener: () => void) {
      if (type === 'popstate') listeners.push(listener)
    },
    removeEventListener() {},
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function browserAt(address: string) {
  const window = fakeWindow(address)
  const history = createBrowserHistory({ window })
  return {
    window,
    history,
    workspace: new Workspace(history),
    href: () => `${window.location?.pathname}${window.location?.search}`,
  }
}

describe('in a browser, whose history is written a moment later', () => {
  it('puts the set into the bar', async () => {
    const { workspace, href } = browserAt('/customers')
    workspace.show('a')
    workspace.openInBackground('b')
    await settled()
    expect(href()).toBe('/customers/a/account?open=a.account_b.account')
  })

  it('makes one entry of what happens at once', async () => {
    const { workspace, window, href } = browserAt('/customers?open=a.account_b.account')
    await settled()
    workspace.show('a')
    workspace.close(['a'])
    await settled()
    expect(href()).toBe('/customers/b/account?open=b.account')
    expect(window.entries).toHaveLength(2)
  })

  it('rewrites the entry that Back leads to, and adds none', async () => {
    const { workspace, window, href } = browserAt('/customers')
    workspace.show('a')
    await settled()
    workspace.show('b')
    await settled()
    window.history.back()
    await settled()
    expect(href()).toBe('/customers/a/account?open=a.account_b.account')
    window.history.back()
    await settled()
    expect(href()).toBe('/customers?open=a.account_b.account')
    expect(window.entries).toHaveLength(3)
    expect(window.entries.map(({ url }) => url.pathname)).toEqual([
      '/customers',
      '/customers/a/account',
      '/customers/b/account',
    ])
  })

  it('keeps what is remembered in the entry before the page goes', () => {
    const { workspace, window } = browserAt('/customers/a/account?open=a.account')
    workspace.remember('a', 'orders/scroll', 640)
    workspace.keepViews()
    expect(window.history.state).toMatchObject({ views: { 'a/orders/scroll': 640 } })
    const reloaded = new Workspace(createBrowserHistory({ window }))
    expect(reloaded.recall('a', 'orders/scroll')).toBe(640)
  })
})
