import type { ComponentType } from 'react'
import type { Tone } from '#/shared/ui/status-badge.tsx'
import type { Section } from '#/workspace/open-records.ts'

/** What the strip shows of a record. */
export interface RecordTitle {
  name: string
  /** The number people know it by; tells two of one name apart. */
  number: string
  /** What is out of the ordinary with it: a shape on its tab and a word in the tab's description. */
  mark?: { tone: Tone; text: string }
}

/** What the workspace is handed to show records of some kind; it knows nothing else of them. */
export interface RecordKind {
  /** Titles by id; missing while they load, `null` when there is no such record. One request for all. */
  useTitles(ids: readonly string[]): ReadonlyMap<string, RecordTitle | null>
  /** The record itself. Stays mounted while hidden. */
  Record: ComponentType<{ id: string; section: Section }>
}
