import { styled } from '@mui/material/styles'
import type { Order } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Changes = styled('ol')({
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  gap: 8,
  '& > li': { display: 'flex', flexWrap: 'wrap', gap: '0 12px' },
})
const Who = styled('span')({ color: color.secondary })

type Change = Order['history'][number]

/** A change of a shipment speaks of the shipment's status, any other of the order's. */
function changeText({ from, to, shipmentId }: Change): string {
  const kind = shipmentId === null ? 'orderStatus' : 'shipmentStatus'
  if (from === null) return codeLabel(kind, to)
  return m.orders_history_change({ from: codeLabel(kind, from), to: codeLabel(kind, to) })
}

/** Changes of status, newest first, with who made them. */
export function OrderHistory({ order }: { order: Order }) {
  const numbers = new Map(order.shipments.map((shipment, index) => [shipment.id, shipment.number ?? String(index + 1)]))
  return (
    <SectionCard title={m.orders_history()}>
      {order.history.length === 0 && <EmptyState title={m.orders_no_history()} />}
      <Changes>
        {order.history.map((change) => (
          <li key={`${change.at} ${change.shipmentId} ${change.to}`}>
            <strong>{changeText(change)}</strong>
            {change.shipmentId !== null && (
              <span>{m.orders_shipment({ number: numbers.get(change.shipmentId) ?? change.shipmentId })}</span>
            )}
            <Who>{change.actor.displayName ?? codeLabel('actorType', change.actor.type)}</Who>
            <Time at={change.at} />
          </li>
        ))}
      </Changes>
    </SectionCard>
  )
}
