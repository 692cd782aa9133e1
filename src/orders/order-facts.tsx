import type { Order } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { Field, FieldArea, FieldList } from '#/shared/ui/field-list.tsx'
import { OrderLink } from '#/shared/ui/order-link.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { RecurringNote } from '#/shared/ui/recurring-note.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

/** Who ordered, when, where and from which schedule. */
export function OrderFacts({ order }: { order: Order }) {
  const { customer, recurring } = order
  return (
    <SectionCard
      title={
        <>
          <ColourMark id={customer.id} /> {m.orders_customer()}{' '}
          <RecordLink id={customer.id} style={{ textDecoration: 'underline' }}>
            {customer.name}
          </RecordLink>{' '}
          {customer.customerNumber}
        </>
      }
    >
      <FieldArea>
        <FieldList>
          <Field label={m.orders_created()}>
            <Time at={order.createdAt} />
          </Field>
          <Field label={m.orders_kind()}>{codeLabel('orderKind', order.kind)}</Field>
          <Field label={m.orders_scope()}>{order.scopeName ?? order.scopeId}</Field>
          <Field label={m.orders_source()}>{order.source}</Field>
          {recurring && (
            <Field label={m.orders_frequency()}>
              <RecurringNote recurring={recurring} isPausedSaid={order.status.code === 'Paused'} />
            </Field>
          )}
          {recurring?.lastOrderId && (
            <Field label={m.orders_last_made()}>
              <OrderLink orderId={recurring.lastOrderId}>{m.orders_last_made_link()}</OrderLink>
            </Field>
          )}
          <Field label={m.orders_billing_address()}>
            {order.billingAddress && <PostalAddress address={order.billingAddress} />}
          </Field>
          {order.messages.length > 0 && (
            <Field label={m.orders_messages()} isWide>
              {order.messages.join('\n')}
            </Field>
          )}
        </FieldList>
      </FieldArea>
    </SectionCard>
  )
}
