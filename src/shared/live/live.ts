import { createContext, useContext } from 'react'
import { createStore } from 'zustand/vanilla'
import type { ChangeEvent } from '#/contract/changes.ts'
import type { LiveMode } from '#/shared/live/live-news.ts'

/** How the window hears what happens on the server. */
export interface LiveState {
  mode: LiveMode
  /** What was heard last, in order. */
  latest: readonly ChangeEvent[]
  /** Tries at once to be told again. */
  reconnect: () => void
}

export const createLive = () => createStore<LiveState>(() => ({ mode: 'off', latest: [], reconnect: () => undefined }))
export type Live = ReturnType<typeof createLive>

const LiveContext = createContext<Live | null>(null)
export const LiveProvider = LiveContext.Provider

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive needs a LiveProvider')
  return live
}
