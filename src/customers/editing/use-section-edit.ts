import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useAskedEdit } from '#/customers/editing/asked-edit.ts'
import { draftOf, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

export interface SectionEdit<Version> {
  /** The version that the edit in progress started from. */
  edited: Version | undefined
  start: () => void
  /** Ends the edit; the pen gets the focus back when it was in the form. */
  finish: (hadFocus: boolean) => void
  pen: RefObject<HTMLButtonElement | null>
}

/**
 * Reading and editing of a section that has one pen; the edit shortcut starts it too, and a draft brings it back.
 * `reason` is why it may not.
 */
export function useSectionEdit<Version>(
  recordId: string,
  form: string,
  version: Version | undefined,
  reason: string | undefined,
): SectionEdit<Version> {
  const workspace = useWorkspace()
  const pen = useRef<HTMLButtonElement>(null)
  const [edited, setEdited] = useState<Version>()
  const hasDraft = useDraftsState((state) => draftOf(state, recordId, form) !== undefined)
  if (hasDraft && edited === undefined && version !== undefined) setEdited(version)
  const canStart = reason === undefined && edited === undefined
  useEffect(
    () => workspace.onEdit(recordId, () => (canStart ? setEdited(version) : pen.current?.focus())),
    [workspace, recordId, canStart, version],
  )
  useAskedEdit(recordId, form, canStart && version !== undefined ? () => setEdited(version) : undefined)
  const finish = (hadFocus: boolean) => {
    flushSync(() => setEdited(undefined))
    if (hadFocus) pen.current?.focus()
  }
  return { edited, start: () => setEdited(version), finish, pen }
}
