import type { CustomerListItem } from '#/contract/customers.ts'
import { foundIn } from '#/customers/list/found-in.ts'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { Highlight } from '#/shared/ui/highlight.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

const or = (value: string | null) => value ?? '–'

/** Columns of the list of customers; `words` are marked where they were found. */
export function customerColumns(words: string): Column<CustomerListItem>[] {
  const marked = (text: string) => <Highlight text={text} words={words} />
  return [
    {
      key: 'name',
      header: m.list_column_name(),
      sortKey: 'name',
      width: 220,
      isRowHeader: true,
      cell: (customer) => {
        const place = foundIn(customer)
        return (
          <>
            <RecordLink id={customer.id}>{marked(customer.name)}</RecordLink>
            {place && <small> {marked(place)}</small>}
          </>
        )
      },
    },
    {
      key: 'number',
      header: m.list_column_number(),
      sortKey: 'customerNumber',
      width: 104,
      cell: (customer) => <RecordLink id={customer.id}>{marked(customer.customerNumber)}</RecordLink>,
    },
    {
      key: 'email',
      header: m.list_column_email(),
      sortKey: 'email',
      width: 250,
      cell: (customer) => customer.email && <RecordLink id={customer.id}>{marked(customer.email)}</RecordLink>,
    },
    {
      key: 'phone',
      header: m.list_column_phone(),
      width: 140,
      priority: 2,
      cell: ({ phone }) => phone && marked(phone),
    },
    {
      key: 'status',
      header: m.list_column_status(),
      width: 140,
      cell: ({ status }) => (
        <StatusBadge tone={customerStatusTones[status]}>{customerCodeLabel('customerStatus', status)}</StatusBadge>
      ),
    },
    {
      key: 'tier',
      header: m.list_column_tier(),
      width: 88,
      priority: 2,
      cell: ({ tier }) => <TierBadge tier={tier} />,
    },
    {
      key: 'lastOrder',
      header: m.list_column_last_order(),
      sortKey: 'lastOrderAt',
      sortFirst: 'descending',
      width: 120,
      priority: 2,
      cell: ({ lastOrderAt }) => <Time at={lastOrderAt} isInTable />,
    },
    {
      key: 'lastLogin',
      header: m.list_column_last_login(),
      sortKey: 'lastLoginAt',
      sortFirst: 'descending',
      width: 120,
      priority: 3,
      cell: ({ lastLoginAt }) => <Time at={lastLoginAt} isInTable />,
    },
    {
      key: 'registered',
      header: m.list_column_registered(),
      sortKey: 'registeredAt',
      sortFirst: 'descending',
      width: 120,
      priority: 3,
      cell: ({ registeredAt }) => (registeredAt === null ? or(registeredAt) : <Time at={registeredAt} isInTable />),
    },
  ]
}
