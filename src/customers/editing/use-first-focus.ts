import { useEffect, useRef } from 'react'

/** Focuses the first field of a form, once: showing the record again must not move the focus. */
export function useFirstFocus() {
  const element = useRef<HTMLFormElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true })
  }, [])
  return element
}
