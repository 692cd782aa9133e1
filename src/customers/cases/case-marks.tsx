import { styled } from '@mui/material/styles'
import type { CaseListItem } from '#/contract/cases.ts'
import { caseStatusText, caseTone, deadlineState } from '#/customers/cases/case-text.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

const Marked = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
  '& > span': { display: 'inline-flex', alignItems: 'center', gap: 4, color: color.secondary },
  '& > [data-state="overdue"]': { color: color.critical },
  '& > [data-state="today"]': { color: color.caution },
})

/** A day, and whether it is over. */
export function Deadline({ item }: { item: Pick<CaseListItem, 'deadline' | 'status'> }) {
  const { deadline } = item
  if (deadline === null) return <NotSet />
  const state = deadlineState(item)
  return (
    <Marked>
      {formatLocalDate(deadline)}{' '}
      {state === 'overdue' || state === 'today' ? (
        <span data-state={state}>
          <Icon name="alert" size={14} />
          {state === 'overdue' ? m.cases_overdue() : m.cases_due_today()}
        </span>
      ) : null}
    </Marked>
  )
}

/** Whether a case is open and how it stands, in words. */
export function CaseStatus({ status }: Pick<CaseListItem, 'status'>) {
  return <StatusBadge tone={caseTone(status)}>{caseStatusText(status)}</StatusBadge>
}
