import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { Money } from '#/contract/common.ts'
import type { Subscription } from '#/contract/subscriptions.ts'
import { ProductPrice, ProductStatus } from '#/customers/products/product-facts.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Pairs = styled('div')({
  // Two short values beside each other, also where the panel is narrow.
  '& dl': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px 16px' },
})

const amount = (money: Money | null): ReactNode => (money === null ? null : formatMoney(money))

/** Everything that is known of a product itself. */
export function ProductDetails({ product }: { product: Subscription }) {
  const { externalName, cancellation, endsAt } = product
  return (
    <Pairs>
      <FieldList label={m.products_facts()}>
        <Field label={m.products_status()}>
          <ProductStatus status={product.status} />
        </Field>
        <Field label={m.products_type()}>{codeLabel('productType', product.type)}</Field>
        <Field label={m.products_price()} isWide>
          <ProductPrice product={product} />
        </Field>
        <Field label={m.products_started()}>
          <Time at={product.startedAt} never="" />
        </Field>
        <Field label={m.products_ends()}>{endsAt === null ? m.products_no_end() : <Time at={endsAt} never="" />}</Field>
        <Field label={m.products_setup_fee()}>{amount(product.setupFee)}</Field>
        <Field label={m.products_access_fee()}>{amount(product.accessFee)}</Field>
        <Field label={m.products_external_name()} isWide>
          {externalName === product.name ? null : externalName}
        </Field>
        <Field label={m.products_of()} isWide copy={product.product.id}>
          {product.product.name}
        </Field>
      </FieldList>
      {cancellation === null ? null : (
        <section style={{ marginTop: 16 }}>
          <h4>{m.products_cancellation()}</h4>
          <FieldList label={m.products_cancellation()}>
            <Field label={m.products_cancelled_at()}>
              <Time at={cancellation.at} never="" />
            </Field>
            <Field label={m.products_cancellation_fee()}>{amount(cancellation.fee)}</Field>
            <Field label={m.products_cancellation_reason()} isWide>
              {cancellation.reason === null ? null : codeLabel('cancellationReason', cancellation.reason)}
            </Field>
          </FieldList>
        </section>
      )}
    </Pairs>
  )
}
