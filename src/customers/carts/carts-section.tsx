import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CartListItem } from '#/contract/carts.ts'
import { cartListQuery } from '#/customers/carts/cart.queries.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatTotal } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

const isExpired = ({ expiresAt }: CartListItem) => expiresAt !== null && new Date(expiresAt).getTime() < Date.now()

const columns: Column<CartListItem>[] = [
  { key: 'scope', header: m.record_cart_scope(), width: 160, cell: ({ scopeName, scopeId }) => scopeName ?? scopeId },
  {
    key: 'name',
    header: m.record_cart_name(),
    width: 240,
    isRowHeader: true,
    cell: (cart) => (
      <>
        <span title={cart.name}>{cart.name}</span>{' '}
        {isExpired(cart) && <StatusBadge tone="neutral">{m.record_cart_expired()}</StatusBadge>}
      </>
    ),
  },
  {
    key: 'type',
    header: m.record_cart_type(),
    width: 150,
    cell: ({ type }) => (type === null ? <NotSet /> : codeLabel('cartType', type)),
  },
  {
    key: 'created',
    header: m.record_cart_created(),
    sortKey: 'createdAt',
    sortFirst: 'descending',
    width: 130,
    cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
  },
  {
    key: 'quantity',
    header: m.record_cart_quantity(),
    sortKey: 'itemQuantity',
    sortFirst: 'descending',
    width: 110,
    align: 'end',
    cell: ({ itemQuantity }) => formatQuantity(itemQuantity),
  },
  {
    key: 'total',
    header: m.record_cart_total(),
    sortKey: 'total',
    sortFirst: 'descending',
    width: 160,
    align: 'end',
    cell: ({ total }) => formatTotal(total),
  },
]

/** Carts that hold items and are not orders yet. */
export function CartsSection({ customerId }: SectionProps) {
  const [sort, setSort] = useState('-createdAt')
  const query = useInfiniteQuery({ ...cartListQuery(customerId, sort), placeholderData: keepPreviousData })
  return (
    <SectionFrame section="carts" query={query} total={query.data?.pages[0]?.total} skeleton={<RowsSkeleton />}>
      {({ pages }) => (
        <EndlessTable
          label={m.record_section_carts()}
          query={query}
          columns={columns}
          rows={pages.flatMap((page) => page.items)}
          rowKey={(cart) => cart.id}
          height="content"
          sort={sort}
          onSort={setSort}
          errorTitle={m.errors_load()}
          empty={<EmptyState title={m.record_carts_empty()} text={m.record_carts_empty_text()} />}
        />
      )}
    </SectionFrame>
  )
}
