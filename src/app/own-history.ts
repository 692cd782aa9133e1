import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router'

const storageKey = 'person'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Opaque id of the person who made the entry. */
    by?: string
  }
}

type Entry = Record<string, unknown> | null

/** Marks that the router needs of an entry. */
const isMark = (name: string) => /^(__.*|key)$/.test(name)

/** An entry as this person may see it: of one that somebody else made, the address alone. */
export function ownEntry(entry: Entry, personId: string | null): Entry {
  if (!entry || entry['by'] === undefined || entry['by'] === personId) return entry
  return Object.fromEntries(Object.entries(entry).filter(([name]) => isMark(name)))
}

/** Remembers for this window, over page loads, whose entries are made from now on: an opaque id. */
export function rememberPerson(id: string) {
  try {
    window.sessionStorage.setItem(storageKey, id)
  } catch {
    // Switched off: then no entry says whose it is.
  }
}

function personOfWindow(): string | null {
  try {
    return window.sessionStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/**
 * The history of the window. Its entries hold what was searched for and how records were left, and outlive the person who
 * signs out: whoever comes to an entry of somebody else finds the address alone, and the rest is gone.
 */
export function createOwnHistory(): RouterHistory {
  // Before the router listens, and as the browser has it.
  const write = window.history.replaceState.bind(window.history)
  const clean = () => {
    const entry = window.history.state as Entry
    const own = ownEntry(entry, personOfWindow())
    if (own !== entry) write(own, '')
  }
  clean()
  window.addEventListener('popstate', clean)

  const history = createBrowserHistory()
  const signed = (state: object | undefined) => {
    const by = personOfWindow()
    return by === null ? state : { ...state, by }
  }
  const { push, replace } = history
  history.push = (path, state, options) => push(path, signed(state), options)
  history.replace = (path, state, options) => replace(path, signed(state), options)
  return history
}
