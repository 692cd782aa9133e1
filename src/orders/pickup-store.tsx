import { useQuery } from '@tanstack/react-query'
import { storeQuery } from '#/orders/order.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'

/** The store where a shipment waits or is sent; its id when nothing more is to be had. */
export function PickupStore({ id }: { id: string }) {
  const query = useQuery(storeQuery(id))
  const store = query.data
  if (store) {
    return (
      <>
        {store.name} ({store.number}){store.active ? '' : `, ${m.orders_shipment_store_closed()}`}
        {store.address && <PostalAddress address={store.address} />}
        {store.phone !== null && <Phone number={store.phone} extension={store.phoneExt} />}
      </>
    )
  }
  if (!query.isError || isApiError(query.error, 'not-found')) return id
  return (
    <>
      {m.orders_shipment_store_failed({ id })}{' '}
      <Button variant="text" size="small" disabled={query.isFetching} onClick={() => void query.refetch()}>
        {m.common_retry()}
      </Button>
    </>
  )
}
