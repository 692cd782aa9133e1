import { useEffect, useRef, type FocusEvent } from 'react'
import { sectionPanelId } from '#/customers/record/section-ids.ts'
import type { Section } from '#/workspace/open-records.ts'

/** True when the focus was on what is hidden now: in another section of the record. */
function isFocusLost(panel: HTMLElement): boolean {
  const focused = document.activeElement
  if (!focused || focused === document.body) return true
  const around = focused.closest('[role="tabpanel"]')
  return around !== panel && around?.parentElement === panel.parentElement
}

/**
 * Hiding a section takes the focus from it. This gives it to the section that is shown instead, where the person was in
 * it, unless it is somewhere else by then, as on a tab or in a form that opened.
 */
export function useSectionFocus(customerId: string, section: Section) {
  const places = useRef(new WeakMap<Element, HTMLElement>())
  const shown = useRef(section)

  useEffect(() => {
    if (shown.current === section) return undefined
    shown.current = section
    // With the next frame: to focus takes a layout, which the frame does anyway.
    const frame = requestAnimationFrame(() => {
      const panel = document.getElementById(sectionPanelId(customerId, section))
      if (!panel || !isFocusLost(panel)) return
      const place = places.current.get(panel)
      if (place && panel.contains(place)) place.focus({ preventScroll: true })
      // Where the person was may take no focus any more.
      if (isFocusLost(panel)) panel.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [customerId, section])

  return ({ currentTarget, target }: FocusEvent) => {
    if (target instanceof HTMLElement && currentTarget.contains(target)) places.current.set(currentTarget, target)
  }
}
