import { useEffect, useRef, type RefObject } from 'react'

/** Of a record that is or will be hidden, or of a menu, which gives the focus back to its button when it closes. */
const passing = '[data-record][role="tabpanel"], [role="menu"]'

/** The part that takes the focus when what led here is hidden and took the focus with it, as the menu of a row does. */
export function useFoundFocus(): RefObject<HTMLElement | null> {
  const target = useRef<HTMLElement>(null)
  useEffect(() => {
    let frame = 0
    // Until it has it: on a busy machine the menu is still there in the next frame, or the page is not shown yet.
    const take = () => {
      const { activeElement } = document
      const isLost = activeElement === null || activeElement === document.body
      if (!isLost && !activeElement.closest(passing)) return
      target.current?.focus({ preventScroll: true })
      if (document.activeElement !== target.current) frame = requestAnimationFrame(take)
    }
    frame = requestAnimationFrame(take)
    return () => cancelAnimationFrame(frame)
  }, [])
  return target
}
