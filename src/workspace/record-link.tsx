import type { ComponentPropsWithRef, MouseEvent } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import type { Section } from '#/workspace/open-records.ts'
import { recordPath } from '#/workspace/workspace-address.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

interface Props extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'id' | 'onClick' | 'onAuxClick'> {
  /** Id of the record. */
  id: string
  /** Section to show; where the record was left, or its first one, when absent. */
  section?: Section
}

const isModified = ({ altKey, shiftKey }: MouseEvent) => altKey || shiftKey

/**
 * A real link to a record. A click shows it; with Ctrl or Command, or by the middle button, it opens behind what is
 * shown. Everything else is left to the browser.
 */
export function RecordLink({ id, section, children, ...rest }: Props) {
  const workspace = useWorkspace()
  const notices = useNotices()

  const openBehind = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    const hasRoom = workspace.openInBackground(id, section)
    if (!hasRoom) notices.show({ kind: 'error', text: m.workspace_no_room() })
  }
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    if (isModified(event)) return
    if (event.ctrlKey || event.metaKey) return openBehind(event)
    event.preventDefault()
    workspace.show(id, section)
  }
  const auxClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button === 1 && !isModified(event)) openBehind(event)
  }

  return (
    <a
      {...rest}
      href={recordPath(id, section ?? workspace.store.getState().startSection)}
      onClick={click}
      onAuxClick={auxClick}
    >
      {children}
    </a>
  )
}
