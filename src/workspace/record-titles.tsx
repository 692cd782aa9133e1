import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { m } from '#/shared/i18n/generated/messages.js'
import type { RecordKind, RecordTitle } from '#/workspace/record-kind.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Titles by id: missing while they load, `null` when there is no such record. */
export type RecordTitles = ReadonlyMap<string, RecordTitle | null>

const KindContext = createContext<RecordKind | null>(null)
const TitlesContext = createContext<RecordTitles>(new Map())

/** Ids of the open records in the order of the strip; the same array until that changes. */
export function useOpenIds(): readonly string[] {
  return useStore(
    useWorkspace().store,
    useShallow((state) => state.records.map(({ id }) => id)),
  )
}

/** Asks for the titles of all open records, once for the whole frame. */
export function TitlesProvider({ kind, children }: { kind: RecordKind; children: ReactNode }) {
  const ids = useOpenIds()
  // oxlint-disable-next-line react/hooks -- the kind of a frame is one constant
  const titles = kind.useTitles(ids)
  return (
    <KindContext value={kind}>
      <TitlesContext value={titles}>{children}</TitlesContext>
    </KindContext>
  )
}

/** Titles of records that need not be open. */
export function useTitlesOf(ids: readonly string[]): RecordTitles {
  const kind = useContext(KindContext)
  if (!kind) throw new Error('useTitlesOf needs a TitlesProvider')
  // oxlint-disable-next-line react/hooks -- the kind of a frame is one constant
  return kind.useTitles(ids)
}

export const useRecordTitles = () => useContext(TitlesContext)

/** Name to show for a record, also while its title loads or when there is no such record. */
export function recordName(titles: RecordTitles, id: string): string {
  const title = titles.get(id)
  return title?.name ?? (title === null ? m.workspace_unknown_title() : m.workspace_loading_title())
}
