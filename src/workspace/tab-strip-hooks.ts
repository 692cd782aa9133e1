import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { listLinkId, tabId } from '#/workspace/record-ids.ts'
import { tabMinWidth } from '#/workspace/record-tab.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

/** How many tabs have no room in the strip. */
export function useHiddenCount(strip: RefObject<HTMLElement | null>, count: number): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const isThere = count > 0
  useEffect(() => {
    const element = strip.current
    if (!isThere || !element) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width || Number.POSITIVE_INFINITY))
    observer.observe(element)
    return () => observer.disconnect()
  }, [strip, isThere])
  return Math.max(0, count - Math.floor(width / tabMinWidth))
}

/** Scrolls the strip so that the tab of the active record is whole in view. */
export function useActiveInView(strip: RefObject<HTMLElement | null>) {
  const active = useWorkspaceState((state) => state.active)
  const place = useWorkspaceState((state) => state.records.findIndex(({ id }) => id === state.active))
  useLayoutEffect(() => {
    const tab = active === null ? null : document.getElementById(tabId(active))
    const element = strip.current
    if (place === -1 || !tab || !element) return
    const start = tab.offsetLeft - element.offsetLeft
    const end = start + tab.offsetWidth
    const left = Math.max(Math.min(element.scrollLeft, start), end - element.clientWidth)
    if (left !== element.scrollLeft) element.scrollTo({ left, behavior: 'instant' })
  }, [strip, active, place])
}

/** Closes from the strip: the focus goes to the tab that takes the place of the closed one, else to the list. */
export function useFocusAfterClose(ids: readonly string[]) {
  const workspace = useWorkspace()
  const before = useRef(ids)
  const closing = useRef<readonly string[]>([])

  useLayoutEffect(() => {
    const place = before.current.findIndex((id) => !ids.includes(id))
    const first = before.current[place]
    before.current = ids
    if (first === undefined || !closing.current.includes(first)) return
    closing.current = []
    const next = ids[Math.min(place, ids.length - 1)]
    document.getElementById(next === undefined ? listLinkId : tabId(next))?.focus()
  }, [ids])

  return useCallback(
    (closed: readonly string[]) => {
      closing.current = closed
      workspace.askToClose(closed)
    },
    [workspace],
  )
}
