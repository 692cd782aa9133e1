import type { CustomerStore } from '#/contract/stores.ts'
import { PreferenceRadio } from '#/customers/stores/preference-radio.tsx'
import { StoreStatus } from '#/customers/stores/store-status.tsx'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { Time } from '#/shared/ui/time.tsx'

/** Columns of a customer's stores; the first one chooses the preferred store. */
export const storeColumns: Column<CustomerStore>[] = [
  {
    key: 'preferred',
    header: m.record_store_preferred(),
    width: 90,
    cell: ({ store }) => <PreferenceRadio choice={store} label={`${store.name} ${store.number}`} />,
  },
  {
    key: 'store',
    header: m.record_store_name(),
    width: 190,
    isRowHeader: true,
    cell: ({ store, linked }) => (
      <span>
        {store.name} <small>{store.number}</small>
        {!linked && <small> {m.record_store_unlinked()}</small>}
      </span>
    ),
  },
  {
    key: 'address',
    header: m.record_store_address(),
    width: 230,
    cell: ({ store }) =>
      store.address ? (
        <PostalAddress address={store.address} />
      ) : store.kind === 'virtual' ? (
        m.stores_online()
      ) : (
        <NotSet />
      ),
  },
  {
    key: 'phone',
    header: m.record_store_phone(),
    width: 150,
    priority: 2,
    cell: ({ store }) => (store.phone ? <Phone number={store.phone} extension={store.phoneExt} /> : <NotSet />),
  },
  { key: 'status', header: m.record_store_status(), width: 220, cell: ({ store }) => <StoreStatus store={store} /> },
  {
    key: 'orders',
    header: m.record_store_orders(),
    width: 80,
    align: 'end',
    cell: ({ usage }) => (usage ? formatQuantity(usage.orderCount) : <NotSet />),
  },
  {
    key: 'lastUsed',
    header: m.record_store_last_used(),
    width: 120,
    cell: ({ usage }) => <Time at={usage?.lastUsedAt} isInTable />,
  },
]
