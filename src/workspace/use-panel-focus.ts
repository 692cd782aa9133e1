import { useCallback, useEffect, useRef, type FocusEvent } from 'react'
import { panelId } from '#/workspace/record-ids.ts'

/** True when nothing that can be seen has the focus: it was on what is hidden now. */
function isFocusLost(panel: HTMLElement): boolean {
  const focused = document.activeElement
  if (!focused || focused === document.body) return true
  if (panel.contains(focused)) return false
  return focused.closest('[data-record][role="tabpanel"], [data-page]') !== null
}

/**
 * Hiding a record takes the focus from it and showing it does not give it back. This returns the focus to where the
 * person was in the record, or to the record itself, unless it is somewhere else by then, as on a tab.
 */
export function usePanelFocus(active: string | null) {
  // Weak: a closed record must not be kept in memory by the field that had the focus.
  const places = useRef(new WeakMap<Element, HTMLElement>())

  useEffect(() => {
    if (active === null) return undefined
    // With the next frame: to focus takes a layout, which the frame does anyway.
    const frame = requestAnimationFrame(() => {
      const panel = document.getElementById(panelId(active))
      if (!panel || !isFocusLost(panel)) return
      const place = places.current.get(panel)
      ;(place && panel.contains(place) ? place : panel).focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [active])

  return useCallback((event: FocusEvent) => {
    const panel = event.target.closest('[data-record][role="tabpanel"]')
    if (panel && panel !== event.target && event.target instanceof HTMLElement) places.current.set(panel, event.target)
  }, [])
}
