import { createStore } from 'zustand/vanilla'

/** Whether the person has to sign in again over the work that is open. */
export interface SessionState {
  expired: boolean
}

export const createSession = () => createStore<SessionState>(() => ({ expired: false }))
export type Session = ReturnType<typeof createSession>
