import { useCallback } from 'react'
import { useWorkspace } from '#/workspace/workspace-context.ts'

type Offset = readonly [top: number, left: number]

const isOffset = (value: unknown): value is Offset =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number')

const isReached = (element: HTMLElement, [top, left]: Offset) =>
  Math.abs(element.scrollTop - top) <= 1 && Math.abs(element.scrollLeft - left) <= 1

/** What a person does to scroll or to go on: from then on their will counts, not what was remembered. */
const ownWill = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Brings an offset back as soon as the content is long enough, then reports every change of it. */
function keepScroll(element: HTMLElement, wanted: Offset | undefined, report: (offset: Offset) => void): () => void {
  const listening = new AbortController()
  let target = wanted
  const growth = new MutationObserver(() => restore())
  const settle = () => {
    target = undefined
    growth.disconnect()
  }
  const restore = () => {
    if (!target) return
    element.scrollTo({ top: target[0], left: target[1], behavior: 'instant' })
    if (isReached(element, target)) settle()
  }

  restore()
  if (target) {
    growth.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'hidden'] })
    for (const type of ownWill) element.addEventListener(type, settle, { passive: true, signal: listening.signal })
  }
  const scrolled = () => {
    if (!target) report([element.scrollTop, element.scrollLeft])
  }
  element.addEventListener('scroll', scrolled, { passive: true, signal: listening.signal })
  return () => {
    listening.abort()
    growth.disconnect()
  }
}

/**
 * Ref for an element that scrolls: it is where it was left after its record was hidden, unmounted or reloaded, also when
 * the content arrives later.
 *
 * @param owner id of the record, or `@` and the name of a page
 * @param place name of the element within it, for example `orders/scroll`
 */
export function useRememberedScroll(owner: string, place: string) {
  const workspace = useWorkspace()
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined
      const kept = workspace.recall(owner, place)
      return keepScroll(element, isOffset(kept) ? kept : undefined, (offset) =>
        workspace.remember(owner, place, offset),
      )
    },
    [workspace, owner, place],
  )
}
