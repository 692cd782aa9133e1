import type { Subject } from '#/shared/ui/customer-subject.tsx'

export interface NoticeContent {
  kind: 'success' | 'info' | 'error'
  text: string
  /** The customer that this is about. */
  subject?: Subject
  /** For example Show. The notice goes when it runs. */
  action?: { label: string; run: () => void }
  /**
   * Takes back what the notice tells of. Once the time of the notice is over it is still at hand, in the status bar and by
   * its key; a person who dismisses the notice gives it up.
   */
  undo?: (() => void) | undefined
  /** A notice takes the place of an earlier one of the same topic; what that one offered to undo stays at hand. */
  topic?: string
}

export interface Notice extends NoticeContent {
  id: number
  /** When it was shown first, in milliseconds. */
  at: number
}

/** How long a notice that is not an error stays, in milliseconds. */
export const noticeDuration = 20_000

/** How long something can be undone: later nobody remembers what it was about. */
export const undoDuration = 5 * 60_000

/** Notices of one app: the newest is shown, and what still matters comes back after it. */
export interface Notices {
  /** Shows a notice and gives its id. */
  show: (content: NoticeContent) => number
  /** Lets a notice go, with what it offers to undo. */
  dismiss: (id: number) => void
  /** The time of a notice is over: it goes, but what it offers to undo stays at hand. */
  expire: (id: number) => void
  /** Runs the action of the shown notice; false when there is none. */
  runAction: () => boolean
  /** Undoes what a notice tells of, or else what was done last, and next the one before; false when there is nothing. */
  undo: (id?: number) => boolean
  /** The notice to show. */
  current: () => Notice | undefined
  /** What would be undone now, while no notice that is shown offers it. */
  hiddenUndo: () => Notice | undefined
  subscribe: (listener: () => void) => () => void
}

const staysBelow = ({ kind, action, undo }: Notice) => kind === 'error' || action !== undefined || undo !== undefined
const isSame = (a: NoticeContent, b: NoticeContent) =>
  a.topic !== undefined
    ? a.topic === b.topic
    : a.kind === b.kind && a.text === b.text && a.subject?.id === b.subject?.id && !a.action && !b.action && !a.undo

export function createNotices(): Notices {
  let shown: readonly Notice[] = []
  /** What can be undone, the last one last. */
  let undoable: readonly Notice[] = []
  let lastId = 0
  const listeners = new Set<() => void>()

  const set = (next: readonly Notice[], nextUndoable = undoable) => {
    shown = next
    undoable = nextUndoable
    for (const listener of listeners) listener()
  }
  const without = (list: readonly Notice[], id: number) => list.filter((notice) => notice.id !== id)
  /** What a notice covered comes back, unless its time went by meanwhile. */
  const uncovered = (id: number) => {
    const rest = without(shown, id)
    if (rest.length === shown.length) return shown
    return rest.filter(({ kind, at }) => kind === 'error' || Date.now() - at < noticeDuration)
  }
  const lastUndo = () => undoable.findLast(({ at }) => Date.now() - at < undoDuration)
  const dismiss = (id: number) => {
    if ([...shown, ...undoable].some((notice) => notice.id === id)) set(uncovered(id), without(undoable, id))
  }

  return {
    show(content) {
      lastId += 1
      const notice = { ...content, id: lastId, at: Date.now() }
      const kept = shown.filter((other) => staysBelow(other) && !isSame(other, content))
      set([...kept, notice], notice.undo ? [...undoable, notice] : undoable)
      return lastId
    },
    dismiss,
    expire: (id) => set(uncovered(id)),
    runAction() {
      const notice = shown.at(-1)
      if (!notice?.action) return false
      dismiss(notice.id)
      notice.action.run()
      return true
    },
    undo(id) {
      const notice = id === undefined ? lastUndo() : undoable.find((one) => one.id === id)
      if (!notice?.undo) return false
      dismiss(notice.id)
      notice.undo()
      return true
    },
    current: () => shown.at(-1),
    hiddenUndo() {
      const notice = lastUndo()
      return notice && shown.includes(notice) ? undefined : notice
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
