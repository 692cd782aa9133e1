import { caseStatuses, type CaseListItem } from '#/contract/cases.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { localInputOf } from '#/shared/format/local-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Tone } from '#/shared/ui/status-badge.tsx'

/** Codes that are offered; others, of other systems, are shown as they are. */
export const usualTypes = ['question', 'complaint', 'delivery', 'billing', 'product', 'technical', 'account', 'other']
export const usualPriorities = ['low', 'normal', 'high', 'urgent']
export const usualContactMethods = ['phone', 'email', 'sms', 'chat', 'post', 'web', 'inPerson']

export const optionsOf = (kind: CodeKind, codes: readonly string[]) =>
  codes.map((value) => ({ value, label: codeLabel(kind, value) }))

/** How a case is called: by its number. */
export const caseName = ({ number }: Pick<CaseListItem, 'number'>): string => m.cases_name({ number })

type Status = CaseListItem['status']

/** `Open: Escalated`; where the workflow says no more than that, `Closed`. */
export function caseStatusText({ code, class: statusClass }: Status): string {
  const [name, status] = [codeLabel('caseClass', statusClass), codeLabel('caseStatus', code)]
  return name === status ? name : m.cases_status({ class: name, status })
}

export function caseTone({ code, class: statusClass }: Status): Tone {
  if (statusClass === 'closed') return code === 'completed' ? 'positive' : 'neutral'
  return code === 'escalated' ? 'caution' : 'info'
}

/** What a closed case is opened again as. */
export const reopenedAs = ({ assignee }: Pick<CaseListItem, 'assignee'>): string => (assignee ? 'assigned' : 'new')

/** The statuses that can be chosen. */
export const statusOptions = () => optionsOf('caseStatus', caseStatuses)

type DeadlineState = 'overdue' | 'today' | 'later'

/** How a deadline stands on the day of the reader; nothing for a case that is closed, or has none. */
export function deadlineState(
  { deadline, status }: Pick<CaseListItem, 'deadline' | 'status'>,
  now = new Date(),
): DeadlineState | undefined {
  if (deadline === null || status.class === 'closed') return undefined
  const today = localInputOf(now.toISOString()).slice(0, 10)
  if (deadline === today) return 'today'
  return deadline < today ? 'overdue' : 'later'
}

const entryLabels: ReadonlyMap<string, () => string> = new Map([
  ['comment', m.cases_entry_comment],
  ['closed', m.cases_entry_closed],
  ['reopened', m.cases_entry_reopened],
  ['statusChanged', m.cases_entry_status_changed],
])

/** What happened to a case; one that nobody knows is shown as it is. */
export const entryText = (entry: string): string => entryLabels.get(entry)?.() ?? entry
