import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { StatusChange } from '#/contract/customer-status.ts'
import { statusChangesQuery } from '#/customers/account/status-changes.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatInstant, formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

const List = styled('ol')({
  listStyle: 'none',
  margin: '12px 0 0',
  padding: 0,
  '& > li': { padding: '8px 0', borderTop: `1px solid ${color.hairline}`, overflowWrap: 'anywhere' },
  '& > li > p': { margin: 0 },
  '& > li > p:last-child': { ...type.meta, color: color.secondary },
})

const More = styled('div')({ display: 'grid', justifyItems: 'start', gap: 8, paddingTop: 8 })

function Change({ change }: { change: StatusChange }) {
  const { from, to, reason, comment, at, actor } = change
  const label = (status: StatusChange['to']) => codeLabel('customerStatus', status)
  const who = actor.displayName ?? codeLabel('actorType', actor.type)
  return (
    <li>
      <p>
        <b>{m.account_status_from_to({ from: label(from), to: label(to) })}</b>
      </p>
      {reason === null ? null : <p>{codeLabel('statusReason', reason)}</p>}
      {comment === null ? null : (
        <p style={{ whiteSpace: 'pre-line' }}>
          <bdi>{comment}</bdi>
        </p>
      )}
      <p>
        <bdi>{who}</bdi> ·{' '}
        <time dateTime={at} title={formatInstant(at)}>
          {formatRelative(at)}
        </time>
      </p>
    </li>
  )
}

export interface StatusHistoryProps {
  customerId: string
  subject: Subject
  onClose: () => void
}

/** Every change of a customer's status, newest first: from what to what, why, by whom and when. */
export function StatusHistory({ customerId, subject, onClose }: StatusHistoryProps) {
  const id = useId()
  const query = useInfiniteQuery(statusChangesQuery(customerId))
  const changes = query.data?.pages.flatMap((page) => page.items)
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{m.account_status_history()}</DialogTitle>
      <DialogContent>
        <CustomerSubject subject={subject} />
        {changes === undefined && query.isPending ? <FieldsSkeleton fields={4} /> : null}
        {changes === undefined && query.isError ? (
          <ErrorState
            title={m.account_status_history_failed()}
            text={failureText(query.error, m.common_nothing_lost())}
            requestId={requestIdOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : null}
        {changes?.length === 0 ? (
          <EmptyState title={m.account_status_history_empty()} text={m.account_status_history_empty_text()} />
        ) : null}
        {changes && changes.length > 0 ? (
          <List aria-label={m.account_status_history()}>
            {changes.map((change) => (
              <Change key={change.id} change={change} />
            ))}
          </List>
        ) : null}
        {query.hasNextPage ? (
          <More>
            {query.isFetchNextPageError ? <p role="alert">{m.account_status_history_failed()}</p> : null}
            <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {m.account_status_history_more()}
            </Button>
          </More>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button
          onClick={onClose}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus
          autoFocus
        >
          {m.common_close()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
