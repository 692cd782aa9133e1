import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Presence } from '#/contract/presence.ts'
import { presenceQuery } from '#/customers/presence/presence.queries.ts'
import { useLive } from '#/shared/live/live.ts'
import { configQuery } from '#/shared/session/config.queries.ts'
import { useSession } from '#/shared/session/session-context.ts'

/** A colleague who has the customer on the screen. */
export type Colleague = Omit<Presence, 'at'>

const nobody: readonly Colleague[] = []
const ColleaguesContext = createContext<readonly Colleague[]>(nobody)

/** Without the time of the last word: nothing is rendered again because somebody is still there. */
const withoutTimes = (present: readonly Presence[]): Colleague[] =>
  present.map(({ staffId, displayName, section, editing, itemId }) => ({
    staffId,
    displayName,
    section,
    editing,
    itemId,
  }))

/** Reads who else has the customer on the screen, while the window hears of changes and it is not switched off. */
export function ColleaguesProvider({ customerId, children }: { customerId: string; children: ReactNode }) {
  const isConnected = useStore(useLive(), ({ mode }) => mode !== 'off')
  const isSignedOut = useStore(useSession(), ({ expired }) => expired)
  const config = useQuery({ ...configQuery, enabled: isConnected })
  const isOn = isConnected && !isSignedOut && config.data?.features['presence'] === true
  const { data, isError } = useQuery({ ...presenceQuery(customerId), select: withoutTimes, enabled: isOn })
  // Nobody is said to be there of whom that is not known.
  return <ColleaguesContext value={isOn && !isError ? (data ?? nobody) : nobody}>{children}</ColleaguesContext>
}

/** Colleagues who have the customer of this record on the screen. */
export const useColleagues = () => useContext(ColleaguesContext)

/** Those of them who edit something in a section; with an item, that one. */
export function useEditors(section: string, itemId?: string): readonly Colleague[] {
  return useColleagues().filter(
    (each) => each.editing && each.section === section && (itemId === undefined || each.itemId === itemId),
  )
}
