import { useEffect, useLayoutEffect, useRef } from 'react'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import type { NoticeContent } from '#/shared/ui/notices.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import type { Closing } from '#/workspace/closed-records.ts'
import { usePinWords } from '#/workspace/pin-words.ts'
import { useTitlesOf, type RecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'
import type { Workspace } from '#/workspace/workspace.ts'
import type { WorkspaceNews as News } from '#/workspace/workspace-state.ts'

/** So many of several closed records are named. */
const named = 3

const idsOf = (news: readonly News[]) =>
  news.flatMap((one) => {
    if (one.kind === 'full') return []
    return one.kind === 'behind' ? one.id : one.closing.records.map(({ id }) => id)
  })

function subjectOf(titles: RecordTitles, id: string): Subject | undefined {
  const title = titles.get(id)
  return title ? { id, name: title.name, number: title.number } : undefined
}

function namesOf(titles: RecordTitles, ids: readonly string[]): string {
  const names = ids.slice(0, named).map((id) => {
    const subject = subjectOf(titles, id)
    return subject ? m.common_customer_subject(subject) : m.workspace_unknown_title()
  })
  const rest = ids.length - names.length
  const list = names.join('; ')
  return rest > 0 ? m.workspace_closed_names({ names: list, count: rest }) : list
}

function closedNotice(titles: RecordTitles, { records }: Closing): Pick<NoticeContent, 'text' | 'subject'> {
  const ids = records.map(({ id }) => id)
  const [only = ''] = ids
  if (ids.length > 1) return { text: m.workspace_closed_many({ count: ids.length, names: namesOf(titles, ids) }) }
  const subject = subjectOf(titles, only)
  return subject ? { text: m.workspace_closed(), subject } : { text: m.workspace_closed_unknown() }
}

/** How a notice tells of it. */
function noticeOf(one: News, titles: RecordTitles, workspace: Workspace): NoticeContent {
  const { limit, records } = workspace.store.getState()
  const say = { kind: 'info', topic: one.kind } as const
  if (one.kind === 'behind') {
    const action = { label: m.workspace_show(), run: () => workspace.show(one.id, one.section) }
    const subject = subjectOf(titles, one.id)
    return { ...say, text: m.workspace_opened_behind(), ...(subject ? { subject } : {}), action }
  }
  if (one.kind === 'full') {
    const action = { label: m.workspace_choose_to_close(), run: () => workspace.showList() }
    return { ...say, text: m.workspace_full({ count: records.length }), action }
  }
  const closed = closedNotice(titles, one.closing)
  const text = one.kind === 'retired' ? m.workspace_retired({ limit }) : closed.text
  return { ...say, ...closed, text, undo: () => workspace.undoClosing(one.closing) }
}

/** Tells what became of open records, and takes it back: closed, closed to make room, opened beyond the limit, pinned. */
export function WorkspaceNews() {
  const workspace = useWorkspace()
  const notices = useNotices()
  const news = useWorkspaceState((state) => state.news)
  const records = useWorkspaceState((state) => state.records)
  const titles = useTitlesOf(idsOf(news))
  const told = useRef(new Map<number, Closing>())
  const offer = useWorkspaceState((state) => state.offer)
  const pinWords = usePinWords()

  useLayoutEffect(() => {
    // What was opened is told once its name is known.
    const known = news.filter((one) => one.kind !== 'behind' || titles.has(one.id))
    for (const one of known) {
      const notice = notices.show(noticeOf(one, titles, workspace))
      if (one.kind === 'closed' || one.kind === 'retired') told.current.set(notice, one.closing)
    }
    if (known.length > 0) workspace.dropNews(known)
  }, [news, titles, notices, workspace])

  useEffect(() => {
    const isBack = ({ records: closed }: Closing) => closed.every(({ id }) => records.some((open) => open.id === id))
    for (const [notice, closing] of told.current) {
      if (!isBack(closing)) continue
      told.current.delete(notice)
      notices.dismiss(notice)
    }
  }, [records, notices])

  return (
    <VisuallyHidden as="output">
      {pinWords}
      {offer ? m.workspace_offer_text({ count: offer.records.length, time: formatMoment(offer.at) }) : null}
    </VisuallyHidden>
  )
}
