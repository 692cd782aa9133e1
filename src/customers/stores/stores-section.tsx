import { useInfiniteQuery } from '@tanstack/react-query'
import type { CustomerStore } from '#/contract/stores.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { StoreStatus } from '#/customers/stores/store-status.tsx'
import { customerStoreListQuery } from '#/customers/stores/store.queries.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { Time } from '#/shared/ui/time.tsx'

const columns: Column<CustomerStore>[] = [
  {
    key: 'preferred',
    header: m.record_store_preferred(),
    width: 100,
    cell: ({ preferred }) =>
      preferred && (
        <>
          <Icon name="check" size={14} /> {m.record_store_is_preferred()}
        </>
      ),
  },
  {
    key: 'store',
    header: m.record_store_name(),
    width: 200,
    isRowHeader: true,
    cell: ({ store, linked }) => (
      <>
        {store.name} <small>{store.number}</small>
        {!linked && <small> {m.record_store_unlinked()}</small>}
      </>
    ),
  },
  {
    key: 'address',
    header: m.record_store_address(),
    width: 260,
    cell: ({ store }) => (store.address ? <PostalAddress address={store.address} /> : <NotSet />),
  },
  {
    key: 'phone',
    header: m.record_store_phone(),
    width: 150,
    cell: ({ store }) => (store.phone ? <Phone number={store.phone} extension={store.phoneExt} /> : <NotSet />),
  },
  { key: 'status', header: m.record_store_status(), width: 200, cell: ({ store }) => <StoreStatus store={store} /> },
  {
    key: 'orders',
    header: m.record_store_orders(),
    width: 80,
    priority: 2,
    align: 'end',
    cell: ({ usage }) => (usage ? formatQuantity(usage.orderCount) : <NotSet />),
  },
  {
    key: 'lastUsed',
    header: m.record_store_last_used(),
    width: 120,
    priority: 2,
    cell: ({ usage }) => <Time at={usage?.lastUsedAt} isInTable />,
  },
]

/** The stores a customer uses most, the preferred one first. */
export function StoresSection({ customerId }: SectionProps) {
  const query = useInfiniteQuery(customerStoreListQuery(customerId))
  return (
    <SectionFrame section="stores" query={query} total={query.data?.pages[0]?.total} skeleton={<RowsSkeleton />}>
      {({ pages }) => (
        <EndlessTable
          label={m.record_section_stores()}
          query={query}
          columns={columns}
          rows={pages.flatMap((page) => page.items)}
          rowKey={({ store }) => store.id}
          height="content"
          errorTitle={m.errors_load()}
          empty={<EmptyState title={m.record_stores_empty()} text={m.record_stores_empty_text()} />}
        />
      )}
    </SectionFrame>
  )
}
