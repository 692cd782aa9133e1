import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { draftOf, useDraftsState } from '#/workspace/drafts/drafts.ts'

/** Names of the forms of a case to the workspace, beside that of its fields. */
export const commentForm = (caseId: string) => `cases/comment-${caseId}`
export const statusForm = (caseId: string) => `cases/status-${caseId}`
/** The case of a form. */
export const caseIdOf = (itemId: string) => itemId.replace(/^(?:status|comment)-/u, '')

interface OpenForm<Start> {
  /** What the form began with; nothing while it is not open. */
  start: Start | undefined
  open: (start: Start) => void
  /** Ends it; the button that opened it gets the focus back when it was in the form. */
  finish: (hadFocus: boolean) => void
  button: RefObject<HTMLButtonElement | null>
}

/** A form that a button opens, and a draft of it too: that one begins with `restored`, once it is there. */
export function useOpenForm<Start>(recordId: string, form: string, restored: Start | undefined): OpenForm<Start> {
  const [start, setStart] = useState<Start>()
  const button = useRef<HTMLButtonElement>(null)
  const hasDraft = useDraftsState((state) => draftOf(state, recordId, form) !== undefined)
  if (hasDraft && start === undefined && restored !== undefined) setStart(() => restored)
  return {
    start,
    open: (next) => setStart(() => next),
    finish: (hadFocus) => {
      flushSync(() => setStart(undefined))
      if (hadFocus) button.current?.focus()
    },
    button,
  }
}
