import { Button } from '#/shared/ui/button.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { savedPaymentListQuery } from '#/customers/payments/saved-payment.queries.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatCard, formatExpiry, maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { DataTable } from '#/shared/table/data-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { savedPaymentTones } from '#/shared/ui/status-tones.ts'
import { Time } from '#/shared/ui/time.tsx'

/** What tells one method from another: card, account or the label that the provider gave. */
function methodText({ card, bank, label, kind }: SavedPayment): string {
  if (card) return formatCard(card)
  return maskCardNumbers(bank?.ibanMasked ?? label ?? codeLabel('paymentKind', kind))
}

const columns: Column<SavedPayment>[] = [
  {
    key: 'method',
    header: m.record_payment_method(),
    width: 240,
    isRowHeader: true,
    cell: (payment) => (
      <>
        {methodText(payment)} {payment.isDefault && <small>{m.record_payment_default()}</small>}
      </>
    ),
  },
  { key: 'kind', header: m.record_payment_kind(), width: 130, cell: ({ kind }) => codeLabel('paymentKind', kind) },
  {
    key: 'holder',
    header: m.record_payment_holder(),
    width: 170,
    cell: ({ card, bank }) => {
      const holder = card?.holder ?? bank?.holder
      return holder ? maskCardNumbers(holder) : <NotSet />
    },
  },
  {
    key: 'expiry',
    header: m.record_payment_expiry(),
    width: 90,
    cell: ({ card }) => (card && formatExpiry(card)) || <NotSet />,
  },
  {
    key: 'status',
    header: m.record_payment_status(),
    width: 140,
    cell: ({ status }) => (
      <StatusBadge tone={savedPaymentTones[status]}>{codeLabel('savedPaymentStatus', status)}</StatusBadge>
    ),
  },
  { key: 'provider', header: m.record_payment_provider(), width: 120, priority: 2, cell: ({ provider }) => provider },
  {
    key: 'added',
    header: m.record_payment_added(),
    sortKey: 'addedAt',
    sortFirst: 'descending',
    width: 120,
    priority: 2,
    cell: ({ addedAt }) => <Time at={addedAt} never="" isInTable />,
  },
  {
    key: 'usedBy',
    header: m.record_payment_used_by(),
    width: 160,
    priority: 3,
    cell: ({ usedBy }) => (usedBy.length > 0 ? usedBy.map(({ label }) => label).join(', ') : <NotSet />),
  },
]

/** Payment methods saved for reuse; never more of a card than its last four digits. */
export function PaymentsSection({ customerId }: SectionProps) {
  const [sort, setSort] = useState('-addedAt')
  const query = useQuery({ ...savedPaymentListQuery(customerId, sort), placeholderData: keepPreviousData })
  return (
    <SectionFrame section="payments" query={query} total={query.data?.total} skeleton={<RowsSkeleton />}>
      {({ items, unavailable = [] }) => (
        <>
          {unavailable.map(({ source }) => (
            <FormAlert key={source}>
              {m.record_payment_source_failed({ source })}{' '}
              <Button variant="text" disabled={query.isFetching} onClick={() => void query.refetch()}>
                {m.common_retry()}
              </Button>
            </FormAlert>
          ))}
          <DataTable
            label={m.record_section_payments()}
            columns={columns}
            rows={items}
            rowKey={(payment) => payment.id}
            height="content"
            sort={sort}
            onSort={setSort}
            isRefreshing={query.isPlaceholderData}
            empty={<EmptyState title={m.record_payments_empty()} text={m.record_payments_empty_text()} />}
          />
        </>
      )}
    </SectionFrame>
  )
}
