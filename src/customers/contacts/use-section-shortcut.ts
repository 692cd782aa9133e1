import { useEffect, useRef, type RefObject } from 'react'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/**
 * The shortcut presses the pen of the card that has the focus, and else goes to the first pen of the section, or to its
 * first button when there is no card yet.
 */
export function useSectionShortcut(customerId: string): RefObject<HTMLDivElement | null> {
  const workspace = useWorkspace()
  const section = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      workspace.onEdit(customerId, () => {
        const card = document.activeElement?.closest('[data-card]')
        const own = card?.querySelector<HTMLElement>('[data-pen]')
        const first = (selector: string) => section.current?.querySelector<HTMLElement>(selector)
        if (own) own.click()
        else (first('[data-pen]') ?? first('button'))?.focus()
      }),
    [workspace, customerId],
  )
  return section
}
