import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Membership } from '#/contract/organizations.ts'
import { membershipListQuery } from '#/customers/organizations/organization.queries.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

const columns: Column<Membership>[] = [
  {
    key: 'number',
    header: m.record_organization_number(),
    sortKey: 'number',
    width: 120,
    cell: ({ number }) => number ?? <NotSet />,
  },
  {
    key: 'name',
    header: m.record_organization_name(),
    sortKey: 'name',
    width: 220,
    isRowHeader: true,
    cell: ({ name }) => name,
  },
  {
    key: 'address',
    header: m.record_organization_address(),
    width: 260,
    cell: ({ addresses: [address] }) => (address ? <PostalAddress address={address} /> : <NotSet />),
  },
  {
    key: 'manager',
    header: m.record_organization_manager(),
    width: 150,
    cell: ({ managerName }) => managerName ?? <NotSet />,
  },
  {
    key: 'phone',
    header: m.record_organization_manager_phone(),
    width: 160,
    cell: ({ phone, phoneExt }) => (phone ? <Phone number={phone} extension={phoneExt} /> : <NotSet />),
  },
  {
    key: 'status',
    header: m.record_organization_status(),
    width: 110,
    priority: 2,
    cell: ({ active }) => (
      <StatusBadge tone={active ? 'positive' : 'neutral'}>
        {active ? m.record_active() : m.record_inactive()}
      </StatusBadge>
    ),
  },
  {
    key: 'memberSince',
    header: m.record_organization_member_since(),
    width: 120,
    priority: 3,
    cell: ({ memberSince }) => <Time at={memberSince} never="" isInTable />,
  },
]

/** The organizations that a customer belongs to. */
export function OrganizationsSection({ customerId }: SectionProps) {
  const [sort, setSort] = useState('name')
  const query = useInfiniteQuery({ ...membershipListQuery(customerId, sort), placeholderData: keepPreviousData })
  return (
    <SectionFrame section="organizations" query={query} total={query.data?.pages[0]?.total} skeleton={<RowsSkeleton />}>
      {({ pages }) => (
        <EndlessTable
          label={m.record_section_organizations()}
          query={query}
          columns={columns}
          rows={pages.flatMap((page) => page.items)}
          rowKey={(membership) => membership.id}
          height="content"
          sort={sort}
          onSort={setSort}
          errorTitle={m.errors_load()}
          empty={<EmptyState title={m.record_organizations_empty()} text={m.record_organizations_empty_text()} />}
        />
      )}
    </SectionFrame>
  )
}
