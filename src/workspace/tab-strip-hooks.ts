import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { listLinkId, tabId } from '#/workspace/record-ids.ts'
import { tabMinWidth } from '#/workspace/record-tab.tsx'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Offset of the strip, kept up to date so that no switch has to ask the browser for a layout. */
interface View {
  left: number
}

/** How many tabs have no room in the strip; scrolls it so that the tab of the active record is whole in view. */
export function useStripView(strip: RefObject<HTMLElement | null>, count: number): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const view = useRef<View>({ left: 0 })
  const { store } = useWorkspace()
  const isThere = count > 0

  useEffect(() => {
    const element = strip.current
    if (!isThere || !element) return undefined
    const scrolled = () => {
      view.current.left = element.scrollLeft
    }
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width || Number.POSITIVE_INFINITY))
    observer.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [strip, isThere])

  useLayoutEffect(() => {
    // With room for all there is nothing to scroll; without, every tab has its least width.
    if (count * tabMinWidth <= width) return undefined
    let shown = -1
    const follow = ({ records, active }: WorkspaceState) => {
      const place = records.findIndex(({ id }) => id === active)
      if (place === -1 || place === shown) return
      shown = place
      const start = place * tabMinWidth
      const { left } = view.current
      const wanted = Math.max(Math.min(left, start), start + tabMinWidth - width)
      if (wanted !== left) strip.current?.scrollTo({ left: wanted, behavior: 'instant' })
    }
    follow(store.getState())
    // Not by rendering: a switch would render the whole strip.
    return store.subscribe(follow)
  }, [strip, store, count, width])

  return Math.max(0, count - Math.floor(width / tabMinWidth))
}

const whenIdle = (run: () => void) =>
  'requestIdleCallback' in window ? window.requestIdleCallback(run, { timeout: 1000 }) : setTimeout(run, 300)

/** Drag comes once the pointer has come near, but never in the way of the click that it came for. */
export function useDragOnApproach(): [boolean, () => void] {
  const [isWanted, setWanted] = useState(false)
  const asked = useRef(false)
  const want = useCallback(() => {
    if (asked.current) return
    asked.current = true
    whenIdle(() => startTransition(() => setWanted(true)))
  }, [])
  return [isWanted, want]
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
