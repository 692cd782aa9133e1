import { createStore } from 'zustand/vanilla'

/** What the windows of a browser tell each other about the session, which they share. */
export type SessionNews = { kind: 'signedOut' } | { kind: 'signedIn'; staffId: string }

/** Whether the person has to sign in again over the work that is open. */
export interface SessionState {
  expired: boolean
  /** The page is about to be loaded anew for somebody else: nothing of the person before is shown any more. */
  isLeaving: boolean
  /** When the session ends whatever is done, once that is near. */
  endsAt: string | null
  /** Loads a page anew, so that nothing of the person before stays in memory. */
  loadPage: (href: string) => void
  /** Tells the other windows. */
  tellWindows: (news: SessionNews) => void
}

export const createSession = () =>
  createStore<SessionState>(() => ({
    expired: false,
    isLeaving: false,
    endsAt: null,
    loadPage: (href) => window.location.assign(href),
    tellWindows: () => undefined,
  }))
export type Session = ReturnType<typeof createSession>

/** Shows nothing any more, then loads a page anew. */
export function leavePage(session: Session, href: string) {
  session.setState({ isLeaving: true })
  // After React has taken the page down, with the question whether to leave it.
  setTimeout(() => session.getState().loadPage(href))
}
