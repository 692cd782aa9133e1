import { createStore } from 'zustand/vanilla'

/** Whether the person has to sign in again over the work that is open. */
export interface SessionState {
  expired: boolean
  /** Loads a page anew, so that nothing of the person before stays in memory. */
  loadPage: (href: string) => void
}

export const createSession = () =>
  createStore<SessionState>(() => ({ expired: false, loadPage: (href) => window.location.assign(href) }))
export type Session = ReturnType<typeof createSession>
