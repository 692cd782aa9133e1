import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useWorkspace } from '#/workspace/workspace-context.ts'

export interface SectionEdit<Version> {
  /** The version that the edit in progress started from. */
  edited: Version | undefined
  start: () => void
  /** Ends the edit; the pen gets the focus back when it was in the form. */
  finish: (hadFocus: boolean) => void
  pen: RefObject<HTMLButtonElement | null>
}

/** Reading and editing of a section that has one pen; the edit shortcut starts it too. `reason` is why it may not. */
export function useSectionEdit<Version>(
  recordId: string,
  version: Version | undefined,
  reason: string | undefined,
): SectionEdit<Version> {
  const workspace = useWorkspace()
  const pen = useRef<HTMLButtonElement>(null)
  const [edited, setEdited] = useState<Version>()
  const canStart = reason === undefined && edited === undefined
  useEffect(
    () => workspace.onEdit(recordId, () => (canStart ? setEdited(version) : pen.current?.focus())),
    [workspace, recordId, canStart, version],
  )
  const finish = (hadFocus: boolean) => {
    flushSync(() => setEdited(undefined))
    if (hadFocus) pen.current?.focus()
  }
  return { edited, start: () => setEdited(version), finish, pen }
}
