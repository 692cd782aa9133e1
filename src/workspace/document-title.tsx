import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { navItems } from '#/workspace/nav-rail.tsx'
import { useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

/** Names the window: by the number of the record, never by a person's name, which would stay in the browser's history. */
export function DocumentTitle() {
  const active = useWorkspaceState((state) => state.active)
  const number = useRecordTitles().get(active ?? '')?.number
  const module = useLocation({ select: ({ pathname }) => pathname.split('/')[1] })
  const page = (navItems.find(({ path }) => path === `/${module}`) ?? navItems[0])?.label() ?? ''
  const title = active === null || !number ? page : m.shell_record_title({ number, page })
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
