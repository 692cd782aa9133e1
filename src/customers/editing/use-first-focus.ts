import { useEffect, useRef } from 'react'

/**
 * Focuses the first field of a form, once: showing the record again must not move the focus. A form that comes back with
 * its draft stays scrolled to where it was left.
 */
export function useFirstFocus(isBack: boolean) {
  const element = useRef<HTMLFormElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: isBack })
  }, [isBack])
  return element
}
