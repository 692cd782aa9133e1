import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { customerListQuery } from '#/customers/customer.queries.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { RecordLink } from '#/workspace/record-link.tsx'

const Root = styled('section')({
  display: 'grid',
  gap: 8,
  '& > h4 > span': { ...type.table, fontWeight: 400, color: color.secondary },
  '& > button': { justifySelf: 'center' },
})

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '0 8px',
    minHeight: 36,
    padding: '4px 0',
    borderTop: `1px solid ${color.hairline}`,
    overflowWrap: 'anywhere',
  },
  '& a': { color: 'inherit', fontWeight: 500, '&:hover': { color: color.accent } },
  '& small': { ...type.meta, color: color.secondary },
})

interface Props {
  organizationId: string
  /** The record in which this is shown. */
  customerId: string
}

/** Everybody who belongs to an organization; each opens as a record. */
export function OrganizationMembers({ organizationId, customerId }: Props) {
  const headingId = useId()
  const query = useInfiniteQuery(customerListQuery({ organizationId: [organizationId], sort: 'name' }))
  const members = query.data?.pages.flatMap(({ items }) => items) ?? []
  const total = query.data?.pages[0]?.total
  return (
    <Root aria-labelledby={headingId}>
      <h4 id={headingId}>
        {m.organizations_members()} {total ? <span>{total.value.toLocaleString('en')}</span> : null}
      </h4>
      {query.isPending ? <RowsSkeleton rows={4} columns={2} /> : null}
      {query.isError && members.length === 0 ? (
        <ErrorState
          title={m.organizations_members_failed()}
          text={failureText(query.error, m.common_nothing_lost())}
          requestId={requestIdOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : null}
      {query.isSuccess && members.length === 0 ? <EmptyState title={m.organizations_no_members()} /> : null}
      {members.length > 0 ? (
        <List aria-labelledby={headingId}>
          {members.map(({ id, name, customerNumber, status }) => (
            <li key={id}>
              <ColourMark id={id} />
              <span>
                <RecordLink id={id}>{name}</RecordLink> <small>{customerNumber}</small>{' '}
                {id === customerId ? <small>{m.organizations_this_customer()}</small> : null}
              </span>
              <StatusBadge tone={customerStatusTones[status]}>{codeLabel('customerStatus', status)}</StatusBadge>
            </li>
          ))}
        </List>
      ) : null}
      {query.isFetchNextPageError ? <p role="alert">{m.common_more_failed()}</p> : null}
      {query.hasNextPage ? (
        <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchNextPageError ? m.common_retry() : m.organizations_more_members()}
        </Button>
      ) : null}
    </Root>
  )
}
