import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DraftEngine } from '#/workspace/drafts/draft-engine.ts'
import { isStored, isUnstored, keyOf, placeOf, type DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import type { DraftsState, DraftSource } from '#/workspace/drafts/draft-source.ts'

/** The drafts of one app. The engine, which keeps and sends them, is loaded after the first list. */
export interface Drafts extends DraftSource {
  engine?: DraftEngine
}

export const createDrafts = (parts: Omit<DraftSource, 'store'>): Drafts => ({
  ...parts,
  store: createStore<DraftsState>(() => ({ slots: {}, isRead: false })),
})

const DraftsContext = createContext<Drafts | null>(null)
export const DraftsProvider = DraftsContext.Provider

/** The drafts of this window. */
export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext)
  if (!drafts) throw new Error('useDrafts needs a DraftsProvider')
  return drafts
}

/** Part of what is known of drafts; renders again when that part changes. */
export function useDraftsState<T>(select: (state: DraftsState) => T): T {
  return useStore(useDrafts().store, select)
}

/** The draft of a form, when something in it is not saved. */
export function draftOf({ slots }: DraftsState, recordId: string, form: string): DraftSlot | undefined {
  const slot = slots[keyOf(placeOf(recordId, form))]
  return slot?.wanted ? slot : undefined
}

/** The drafts of a record, of one section of it if that is named. */
export const draftsIn = ({ slots }: DraftsState, recordId: string, section?: string): DraftSlot[] =>
  Object.values(slots).filter(
    ({ wanted, place }) =>
      wanted !== null && place.recordId === recordId && (section === undefined || place.section === section),
  )

/** Whether everything that is unsaved in a record is stored as drafts, and so cannot be lost. */
export function isAllStored(state: DraftsState, recordId: string, unsaved: readonly string[]): boolean {
  return unsaved.every((form) => {
    const draft = draftOf(state, recordId, form)
    return draft !== undefined && isStored(draft)
  })
}

/** Records of which something is neither saved nor stored as a draft: it would be lost with the window. */
export function unstoredRecords(state: DraftsState, unsaved: Readonly<Record<string, readonly string[]>>): string[] {
  const typed = Object.values(state.slots)
    .filter(isUnstored)
    .map(({ place }) => place.recordId)
  const others = Object.keys(unsaved).filter((id) => !isAllStored(state, id, unsaved[id] ?? []))
  return [...new Set([...typed, ...others])]
}
