import { Link } from '@tanstack/react-router'
import type { CaseListItem } from '#/contract/cases.ts'
import { casePlace } from '#/customers/cases/case-link.ts'
import { deadlineState } from '#/customers/cases/case-text.ts'
import { CardRow, CardRows, Meta, Tag } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

function Deadline({ item, deadline }: { item: CaseListItem; deadline: string }) {
  const date = formatLocalDate(deadline)
  const isOver = deadlineState(item) === 'overdue'
  return (
    <Tag data-tone={isOver ? 'critical' : undefined}>
      {isOver ? m.overview_case_deadline_over({ date }) : m.overview_case_deadline({ date })}
    </Tag>
  )
}

function CaseRow({ customerId, item }: { customerId: string; item: CaseListItem }) {
  const { id, number, subject, type, priority, status, deadline, openedAt } = item
  return (
    <CardRow
      title={
        <Link {...casePlace(customerId, id)}>
          <bdi>{subject}</bdi>
        </Link>
      }
      aside={<StatusBadge tone="info">{codeLabel('caseStatus', status.code)}</StatusBadge>}
    >
      <Meta>
        <span>{number}</span>
        {type === null ? null : <span>{codeLabel('caseType', type)}</span>}
        {priority === null ? null : <span>{codeLabel('casePriority', priority)}</span>}
        <Time at={openedAt} />
        {deadline === null ? null : <Deadline item={item} deadline={deadline} />}
      </Meta>
    </CardRow>
  )
}

/** The cases that are open, the newest first. */
export function CasesCard({ read }: { read: OverviewRead }) {
  return (
    <OverviewCard read={read} name="cases" title={m.overview_cases()} section="cases" all={m.overview_cases_all()}>
      {({ items }) => (
        <CardItems items={items} empty={m.overview_cases_empty()}>
          {(cases) => (
            <CardRows label={m.overview_cases()}>
              {cases.map((item) => (
                <CaseRow key={item.id} customerId={read.customerId} item={item} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
