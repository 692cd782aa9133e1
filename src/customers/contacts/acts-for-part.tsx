import { useInfiniteQuery } from '@tanstack/react-query'
import type { ActsFor } from '#/contract/alternative-contacts.ts'
import { actsForListQuery } from '#/customers/contacts/contact.queries.ts'
import { DelegateRights } from '#/customers/contacts/delegate-rights.tsx'
import { PartFrame } from '#/customers/contacts/part-frame.tsx'
import { PartyLink } from '#/customers/contacts/party-line.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { Time } from '#/shared/ui/time.tsx'

const columns: Column<ActsFor>[] = [
  {
    key: 'customer',
    header: m.contacts_column_customer(),
    width: 240,
    isRowHeader: true,
    cell: ({ customer }) => <PartyLink party={customer} />,
  },
  {
    key: 'number',
    header: m.contacts_column_number(),
    width: 120,
    cell: ({ customer }) => customer.customerNumber ?? <NotSet />,
  },
  {
    key: 'status',
    header: m.contacts_column_status(),
    width: 140,
    cell: ({ customer: { status } }) =>
      status ? (
        <StatusBadge tone={customerStatusTones[status]}>{codeLabel('customerStatus', status)}</StatusBadge>
      ) : (
        <NotSet />
      ),
  },
  {
    key: 'rights',
    header: m.contacts_rights(),
    width: 300,
    cell: ({ permissions, products }) => <DelegateRights permissions={permissions} products={products} />,
  },
  {
    key: 'since',
    header: m.contacts_column_since(),
    width: 130,
    priority: 2,
    cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
  },
]

/** The accounts of other customers that this one may act for; each opens as a record. */
export function ActsForPart({ customerId }: { customerId: string }) {
  const query = useInfiniteQuery(actsForListQuery(customerId))
  return (
    <PartFrame
      title={m.contacts_acts_for_title()}
      text={m.contacts_acts_for_text()}
      query={query}
      total={query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton rows={3} />}
    >
      {({ pages }) => (
        <EndlessTable
          label={m.contacts_acts_for_title()}
          query={query}
          columns={columns}
          rows={pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          height="content"
          errorTitle={m.errors_load()}
          empty={<EmptyState title={m.contacts_acts_for_empty()} text={m.contacts_acts_for_empty_text()} />}
        />
      )}
    </PartFrame>
  )
}
