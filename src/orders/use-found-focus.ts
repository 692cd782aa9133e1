import { useEffect, useRef, type RefObject } from 'react'

/** The part that takes the focus when what led here is hidden and took the focus with it, as the menu of a row does. */
export function useFoundFocus(): RefObject<HTMLElement | null> {
  const target = useRef<HTMLElement>(null)
  useEffect(() => {
    // With the next frame: a menu that closes gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document
      const isLost = activeElement === null || activeElement === document.body
      if (isLost || activeElement.closest('[data-record]')) target.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return target
}
