import Drawer from '@mui/material/Drawer'
import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import * as z from 'zod/mini'
import { AlertRow } from '#/customers/overview/alert-row.tsx'
import { alertListQuery } from '#/customers/overview/alert.queries.ts'
import { CardRows } from '#/customers/overview/card-rows.tsx'
import { countText } from '#/customers/record/section-counts.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Content = styled('div')({ display: 'grid', alignContent: 'start', gap: 12, padding: 16 })
const Head = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  '& > h3': type.heading,
  '& > span': { ...type.table, flex: 1, color: color.secondary },
})
const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 })

const day = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/u)))
const viewSchema = z.object({
  kind: z.catch(z.array(z.string()), []),
  from: z.catch(day, undefined),
  to: z.catch(day, undefined),
})
const plain = { kind: [], from: undefined, to: undefined }

export interface AlertsPanelProps {
  customerId: string
  subject: Subject
  onClose: () => void
}

/** Every notification that the customer was sent, over the record. */
export function AlertsPanel({ customerId, subject, onClose }: AlertsPanelProps) {
  const titleId = useId()
  const isShown = useWorkspaceState(({ active }) => active === customerId)
  const [view, keepView] = useKeptView(customerId, 'alerts/view', viewSchema)
  const { kind, from, to } = view
  const change = (next: Partial<typeof view>) => keepView({ ...view, ...next })
  const query = useInfiniteQuery({
    ...alertListQuery(customerId, { kind, from, to }),
    placeholderData: keepPreviousData,
  })
  const alerts = query.data?.pages.flatMap(({ items }) => items)
  const total = query.isPlaceholderData ? undefined : query.data?.pages[0]?.total
  const kinds = useSeen([...kind, ...(alerts ?? []).map((alert) => alert.kind)])
  const isFiltered = kind.length > 0 || from !== undefined || to !== undefined

  return (
    <Drawer
      anchor="right"
      open={isShown}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: 'min(520px, 100vw)', backgroundColor: color.raised },
        },
      }}
    >
      <Content>
        <Head>
          <h3 id={titleId}>{m.overview_alerts_all()}</h3>
          <span>{total ? countText(total) : ''}</span>
          <IconButton icon="close" label={m.common_close()} onClick={onClose} />
        </Head>
        <CustomerSubject subject={subject} />
        <Filters>
          <ChoiceFilter
            label={m.overview_alerts_kind()}
            options={kinds.map((value) => ({ value, label: codeLabel('alertKind', value) }))}
            chosen={kind}
            onChange={(chosen) => change({ kind: chosen })}
          />
          <DateRangeFilter label={m.overview_alerts_sent()} from={from} to={to} onChange={change} />
          {isFiltered ? (
            <Button size="small" onClick={() => change(plain)}>
              {m.overview_alerts_clear()}
            </Button>
          ) : null}
        </Filters>
        {query.isPending ? <RowsSkeleton rows={6} columns={2} /> : null}
        {query.isError && alerts === undefined ? (
          <ErrorState
            title={m.overview_alerts_failed()}
            text={failureText(query.error, m.common_nothing_lost())}
            requestId={requestIdOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : null}
        {alerts?.length === 0 ? (
          <EmptyState title={isFiltered ? m.overview_alerts_none_found() : m.overview_alerts_empty()} />
        ) : null}
        {alerts && alerts.length > 0 ? (
          <CardRows label={m.overview_alerts_all()}>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} hasBody />
            ))}
          </CardRows>
        ) : null}
        {query.isFetchNextPageError ? <p role="alert">{m.common_more_failed()}</p> : null}
        {query.hasNextPage ? (
          <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchNextPageError ? m.common_retry() : m.common_show_more()}
          </Button>
        ) : null}
      </Content>
    </Drawer>
  )
}
