import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Versioned } from '#/customers/editing/editable.ts'
import type { EditBase } from '#/customers/editing/merge-edit.ts'

interface Caret {
  element: HTMLInputElement | HTMLTextAreaElement
  start: number
  end: number
  direction: 'forward' | 'backward' | 'none' | undefined
}

/** Where the caret stands; nothing in fields that do not say, as those of dates and emails. */
function caretIn(form: HTMLElement | null): Caret | undefined {
  const element = document.activeElement
  const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  if (!isText || form?.contains(element) !== true || element.selectionStart === null) return undefined
  const { selectionStart: start, selectionEnd, selectionDirection } = element
  return { element, start, end: selectionEnd ?? start, direction: selectionDirection ?? undefined }
}

/** A version that is not the known one, nor one from before it, as a read that was on its way brings. */
const isNewer = (version: Versioned, known: Versioned) =>
  version.etag !== known.etag && Date.parse(version.updatedAt) >= Date.parse(known.updatedAt)

interface Options<Version> {
  /** The newest version that was read. */
  current: Version | undefined
  /** A save is on its way. */
  isPaused: boolean
  present: () => EditBase<Version>
  form: RefObject<HTMLElement | null>
  follow: (next: Version) => void
}

/** Takes a form along with its record. The caret stays where it is, also in a field whose text changes under it. */
export function useFollowing<Version extends Versioned>(options: Options<Version>) {
  const { current, isPaused, present, form, follow } = options
  const caret = useRef<Caret>(undefined)

  const followTo = useEffectEvent((version: Version) => {
    if (!isNewer(version, present().version)) return
    caret.current = caretIn(form.current)
    follow(version)
  })
  useEffect(() => {
    if (!isPaused && current !== undefined) followTo(current)
  }, [current, isPaused])

  useLayoutEffect(() => {
    if (!caret.current) return
    const { element, start, end, direction } = caret.current
    caret.current = undefined
    if (document.activeElement !== element) return
    if (element.selectionStart !== start || element.selectionEnd !== end) {
      element.setSelectionRange(start, end, direction)
    }
  })
}
