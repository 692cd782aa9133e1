import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'
import { listPath } from '#/workspace/workspace-address.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

/** A list that has not come by then is not waited for any longer. */
const patience = 5000

function focusSearch(root: HTMLElement): boolean {
  const box = root.querySelector<HTMLInputElement>('input[type="search"]')
  box?.focus()
  box?.select()
  return box !== null
}

/** Once the search was asked for: puts the focus into the search of the list, when it is there. */
export function useSearchFocus(page: RefObject<HTMLElement | null>) {
  const searches = useWorkspaceState((state) => state.searches)
  const isList = useRouterState({ select: (state) => state.resolvedLocation?.pathname === listPath })
  const answered = useRef(0)

  useEffect(() => {
    const root = page.current
    if (searches === answered.current || !isList || !root) return undefined
    answered.current = searches
    if (focusSearch(root)) return undefined
    const arrival = new MutationObserver(() => {
      if (focusSearch(root)) arrival.disconnect()
    })
    arrival.observe(root, { childList: true, subtree: true })
    const timer = setTimeout(() => arrival.disconnect(), patience)
    return () => {
      arrival.disconnect()
      clearTimeout(timer)
    }
  }, [page, searches, isList])
}
