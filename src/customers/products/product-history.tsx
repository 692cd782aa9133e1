import { styled } from '@mui/material/styles'
import { Link } from '@tanstack/react-router'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import * as z from 'zod/mini'
import type { SubscriptionEntry } from '#/contract/subscriptions.ts'
import { invoicePlace } from '#/customers/billing/invoice-link.ts'
import { productHistoryQuery } from '#/customers/products/product.queries.ts'
import { countText } from '#/customers/record/section-counts.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatSigned } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { TableTail } from '#/shared/table/table-tail.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Root = styled('section')({
  display: 'grid',
  gap: 8,
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 8 },
  '& > header > h4 > span': { ...type.table, fontWeight: 400, color: color.secondary },
})

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '0 12px',
    padding: '6px 0',
    borderTop: `1px solid ${color.hairline}`,
    overflowWrap: 'anywhere',
  },
  '& strong': { fontWeight: 500 },
  '& small': { ...type.meta, color: color.secondary },
  '& small > a': { marginLeft: 8 },
  '& [data-end]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& small[data-end]': { whiteSpace: 'normal' },
})

const kinds = ['initialCharge', 'repeatingCharge', 'charge', 'credit', 'payment', 'refund']
const viewSchema = z.object({ id: z.catch(z.string(), ''), kind: z.catch(z.array(z.string()), []) })

/** What an amount means to the customer: its sign alone says it to few. */
function meaning({ amount: { amountMinor } }: SubscriptionEntry): string {
  if (amountMinor === 0) return m.products_nothing_owed()
  return amountMinor > 0 ? m.products_owed() : m.products_in_favour()
}

function Entry({ customerId, entry }: { customerId: string; entry: SubscriptionEntry }) {
  return (
    <li>
      <strong>{codeLabel('subscriptionEntry', entry.kind)}</strong>
      <span data-end="">{formatSigned(entry.amount)}</span>
      <small>
        <Time at={entry.at} never="" />
        {entry.invoiceId === null ? null : (
          <Link {...invoicePlace(customerId, entry.invoiceId)}>{m.products_history_invoice()}</Link>
        )}
      </small>
      <small data-end="">{meaning(entry)}</small>
      {entry.description === null || entry.description === '' ? null : (
        <small>{maskCardNumbers(entry.description)}</small>
      )}
    </li>
  )
}

interface Props {
  customerId: string
  productId: string
}

/** What was charged, credited, paid and refunded for a product, the newest first. */
export function ProductHistory({ customerId, productId }: Props) {
  const headingId = useId()
  const [kept, keep] = useKeptView(customerId, 'products/history', viewSchema)
  const chosen = kept.id === productId ? kept.kind : []
  const query = useInfiniteQuery({ ...productHistoryQuery(productId, chosen), placeholderData: keepPreviousData })
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? []
  const total = query.data?.pages[0]?.total
  const known = useSeen([...kinds, ...chosen, ...entries.map(({ kind }) => kind)])
  const isForbidden = isApiError(query.error, 'forbidden')
  return (
    <Root aria-labelledby={headingId}>
      <header>
        <h4 id={headingId}>
          {m.products_history()} {total && !isForbidden ? <span>{countText(total)}</span> : null}
        </h4>
        <ChoiceFilter
          label={m.products_history_kind()}
          options={known.map((value) => ({ value, label: codeLabel('subscriptionEntry', value) }))}
          chosen={chosen}
          onChange={(kind) => keep({ id: productId, kind })}
        />
      </header>
      {query.isPending ? <RowsSkeleton rows={4} columns={2} /> : null}
      {query.isError && entries.length === 0 ? (
        isForbidden ? (
          <EmptyState
            title={m.record_section_forbidden()}
            text={m.record_section_forbidden_text({ name: m.products_history() })}
          />
        ) : (
          <ErrorState
            title={m.products_history_failed()}
            text={failureText(query.error, m.errors_nothing_lost())}
            requestId={requestIdOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        )
      ) : null}
      {query.isSuccess && entries.length === 0 ? (
        <EmptyState title={chosen.length > 0 ? m.products_history_no_match() : m.products_history_empty()} />
      ) : null}
      {entries.length > 0 ? (
        <List aria-labelledby={headingId}>
          {entries.map((entry) => (
            <Entry key={entry.id} customerId={customerId} entry={entry} />
          ))}
        </List>
      ) : null}
      {entries.length > 0 ? (
        <TableTail
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          hasMoreFailed={query.isFetchNextPageError}
          onEndReached={() => void query.fetchNextPage()}
        />
      ) : null}
    </Root>
  )
}
