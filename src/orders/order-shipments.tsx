import { styled } from '@mui/material/styles'
import type { Order } from '#/contract/orders.ts'
import { PickupStore } from '#/orders/pickup-store.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Field, FieldArea, FieldList } from '#/shared/ui/field-list.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Count = styled('p')({ ...type.table, marginBottom: 12, color: color.secondary })
const Shipments = styled('div')({ display: 'grid', gap: 16, '& h3': { marginBottom: 4 } })

const counted = (count: number) => ({ count, shown: formatQuantity(count) })
const isCanceled = ({ status }: Order['shipments'][number]) => status.toLowerCase() === 'canceled'

/** How many, canceled ones among them: the lists count those too. */
function ShipmentCount({ shipments }: Pick<Order, 'shipments'>) {
  const canceled = shipments.filter(isCanceled).length
  return (
    <Count>
      {m.orders_shipment_count(counted(shipments.length))}
      {canceled > 0 && `, ${m.orders_shipments_canceled(counted(canceled))}`}
    </Count>
  )
}

/** Each shipment with its state, way and tracking. */
export function OrderShipments({ order: { shipments } }: { order: Order }) {
  return (
    <SectionCard title={m.orders_shipments()}>
      {shipments.length === 0 ? (
        <EmptyState title={m.orders_no_shipments()} />
      ) : (
        <ShipmentCount shipments={shipments} />
      )}
      <Shipments>
        {shipments.map((shipment, index) => (
          <Shipment
            key={shipment.id}
            shipment={shipment}
            title={m.orders_shipment({ number: shipment.number ?? String(index + 1) })}
          />
        ))}
      </Shipments>
    </SectionCard>
  )
}

function Shipment({ shipment, title }: { shipment: Order['shipments'][number]; title: string }) {
  return (
    <FieldArea>
      <h3>{title}</h3>
      <FieldList label={title}>
        <Field label={m.orders_column_status()}>{codeLabel('shipmentStatus', shipment.status)}</Field>
        <Field label={m.orders_shipment_method()}>{codeLabel('shipmentMethod', shipment.method)}</Field>
        <Field label={m.orders_shipment_tracking()} copy={shipment.tracking}>
          {shipment.tracking}
        </Field>
        <Field label={m.orders_shipment_expected()}>{shipment.expectedAt && <Time at={shipment.expectedAt} />}</Field>
        {shipment.storeId !== null && (
          <Field label={m.orders_shipment_store()}>
            <PickupStore id={shipment.storeId} />
          </Field>
        )}
        {(shipment.storeId === null || shipment.address !== null) && (
          <Field label={m.orders_shipment_address()}>
            {shipment.address && <PostalAddress address={shipment.address} />}
          </Field>
        )}
      </FieldList>
    </FieldArea>
  )
}
