import { useCallback, useLayoutEffect, useRef, type FocusEvent } from 'react'
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
  const places = useRef(new Map<string, HTMLElement>())

  useLayoutEffect(() => {
    const panel = active === null ? null : document.getElementById(panelId(active))
    if (active === null || !panel || !isFocusLost(panel)) return
    const place = places.current.get(active)
    ;(place && panel.contains(place) ? place : panel).focus({ preventScroll: true })
  }, [active])

  return useCallback((event: FocusEvent) => {
    const panel = event.target.closest<HTMLElement>('[data-record][role="tabpanel"]')
    const id = panel?.dataset['record']
    if (id !== undefined && event.target !== panel && event.target instanceof HTMLElement)
      places.current.set(id, event.target)
  }, [])
}
