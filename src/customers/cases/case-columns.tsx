import { styled } from '@mui/material/styles'
import type { CaseListItem } from '#/contract/cases.ts'
import { CaseStatus, Deadline } from '#/customers/cases/case-marks.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { color, focusRing } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Mark } from '#/shared/ui/order-status.tsx'
import { Time } from '#/shared/ui/time.tsx'

const SubjectButton = styled('button')({
  display: 'block',
  maxWidth: '100%',
  padding: 0,
  border: 0,
  background: 'none',
  font: 'inherit',
  fontWeight: 500,
  color: 'inherit',
  textAlign: 'start',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  borderRadius: 2,
  '&:hover': { color: color.accent, textDecoration: 'underline' },
  '&:focus-visible': focusRing,
})

interface Options {
  onOpen: (caseId: string) => void
  /** Opening is likely: load what it needs. */
  onIntent: () => void
  /** Ids of cases about which something is typed and not saved. */
  drafted: readonly string[]
}

/** Columns of a customer's cases; the subject opens the case. */
export const caseColumns = ({ onOpen, onIntent, drafted }: Options): Column<CaseListItem>[] => [
  {
    key: 'number',
    header: m.cases_column_number(),
    sortKey: 'number',
    width: 110,
    cell: ({ number }) => number,
  },
  {
    key: 'subject',
    header: m.cases_column_subject(),
    width: 210,
    isRowHeader: true,
    cell: ({ id, subject }) => (
      <>
        <SubjectButton
          type="button"
          dir="auto"
          title={subject}
          data-case={id}
          onClick={() => onOpen(id)}
          onPointerEnter={onIntent}
          onFocus={onIntent}
        >
          {subject}
        </SubjectButton>
        {drafted.includes(id) ? <Mark icon="edit">{m.cases_draft()}</Mark> : null}
      </>
    ),
  },
  {
    key: 'status',
    header: m.cases_field_status(),
    width: 215,
    cell: ({ status }) => <CaseStatus status={status} />,
  },
  {
    key: 'priority',
    header: m.cases_field_priority(),
    width: 90,
    priority: 2,
    cell: ({ priority }) => (priority === null ? <NotSet /> : codeLabel('casePriority', priority)),
  },
  {
    key: 'deadline',
    header: m.cases_field_deadline(),
    sortKey: 'deadline',
    width: 195,
    cell: (item) => <Deadline item={item} />,
  },
  {
    key: 'opened',
    header: m.cases_column_opened(),
    sortKey: 'openedAt',
    sortFirst: 'descending',
    width: 110,
    priority: 2,
    cell: ({ openedAt }) => <Time at={openedAt} never="" isInTable />,
  },
  {
    key: 'type',
    header: m.cases_field_type(),
    width: 100,
    priority: 3,
    cell: ({ type }) => (type === null ? <NotSet /> : codeLabel('caseType', type)),
  },
  {
    key: 'assignee',
    header: m.cases_column_assignee(),
    width: 130,
    priority: 3,
    cell: ({ assignee }) => (assignee ? <bdi>{assignee.displayName ?? assignee.id}</bdi> : <NotSet />),
  },
]
