import type { ReactNode } from 'react'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { RecordPanels } from '#/workspace/record-panels.tsx'

interface Props {
  records: RecordKind
  /** What the address shows when no record is active: a list, another module. */
  children: ReactNode
}

/** The frame of the signed-in app: navigation, strip of open records, and the record or page that is shown. */
export function WorkspaceFrame({ records, children }: Props) {
  return (
    <>
      <RecordPanels kind={records} />
      {children}
    </>
  )
}
