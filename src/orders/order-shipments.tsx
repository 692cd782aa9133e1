import type { Order } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Field, FieldArea, FieldList } from '#/shared/ui/field-list.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { Time } from '#/shared/ui/time.tsx'

/** Each shipment with its state, way and tracking. */
export function OrderShipments({ order }: { order: Order }) {
  return (
    <SectionCard title={m.orders_shipments()}>
      {order.shipments.length === 0 && <EmptyState title={m.orders_no_shipments()} />}
      {order.shipments.map((shipment, index) => (
        <FieldArea key={shipment.id}>
          <h3>{m.orders_shipment({ number: shipment.number ?? String(index + 1) })}</h3>
          <FieldList label={m.orders_shipment({ number: shipment.number ?? String(index + 1) })}>
            <Field label={m.orders_column_status()}>{codeLabel('shipmentStatus', shipment.status)}</Field>
            <Field label={m.orders_shipment_method()}>{codeLabel('shipmentMethod', shipment.method)}</Field>
            <Field label={m.orders_shipment_tracking()} copy={shipment.tracking}>
              {shipment.tracking}
            </Field>
            <Field label={m.orders_shipment_expected()}>
              {shipment.expectedAt && <Time at={shipment.expectedAt} />}
            </Field>
            <Field label={m.orders_shipment_address()}>
              {shipment.address && <PostalAddress address={shipment.address} />}
            </Field>
          </FieldList>
        </FieldArea>
      ))}
    </SectionCard>
  )
}
