import type { Subject } from '#/shared/ui/customer-subject.tsx'

export interface NoticeContent {
  kind: 'success' | 'info' | 'error'
  text: string
  /** The customer that this is about. */
  subject?: Subject
  /** For example Undo. The notice goes when it runs. */
  action?: { label: string; run: () => void }
}

export interface Notice extends NoticeContent {
  id: number
}

/** Notices of one app: the newest is shown, and what still matters comes back after it. */
export interface Notices {
  /** Shows a notice and gives its id. */
  show: (content: NoticeContent) => number
  dismiss: (id: number) => void
  /** Runs the action of the shown notice, for the shortcut; false when there is none. */
  runAction: () => boolean
  /** The notice to show. */
  current: () => Notice | undefined
  subscribe: (listener: () => void) => () => void
}

const staysBelow = (notice: Notice) => notice.kind === 'error' || notice.action !== undefined
const sameText = (a: NoticeContent, b: NoticeContent) =>
  a.kind === b.kind && a.text === b.text && a.subject?.id === b.subject?.id && !a.action && !b.action

export function createNotices(): Notices {
  let shown: readonly Notice[] = []
  let lastId = 0
  const listeners = new Set<() => void>()

  const set = (next: readonly Notice[]) => {
    shown = next
    for (const listener of listeners) listener()
  }
  const dismiss = (id: number) => {
    if (shown.some((notice) => notice.id === id)) set(shown.filter((notice) => notice.id !== id))
  }

  return {
    show(content) {
      lastId += 1
      const kept = shown.filter((notice) => staysBelow(notice) && !sameText(notice, content))
      set([...kept, { ...content, id: lastId }])
      return lastId
    },
    dismiss,
    runAction() {
      const notice = shown.at(-1)
      if (!notice?.action) return false
      dismiss(notice.id)
      notice.action.run()
      return true
    },
    current: () => shown.at(-1),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
