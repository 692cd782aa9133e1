import { Link } from '@tanstack/react-router'
import type { Subscription } from '#/contract/subscriptions.ts'
import { CardRow, CardRows, Meta } from '#/customers/overview/card-rows.tsx'
import { LeavingLink } from '#/customers/overview/leaving-link.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { ProductPrice, ProductStatus } from '#/customers/products/product-facts.tsx'
import { productPlace } from '#/customers/products/product-link.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatDay } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

function ProductRow({ customerId, product }: { customerId: string; product: Subscription }) {
  const { id, name, type, startedAt, status } = product
  const date = formatDay(startedAt)
  return (
    <CardRow
      title={
        <Link {...productPlace(customerId, id)}>
          <bdi>{name}</bdi>
        </Link>
      }
      aside={
        <>
          <ProductPrice product={product} />
          <ProductStatus status={status} />
        </>
      }
    >
      <Meta>
        <span>{codeLabel('productType', type)}</span>
        <span>
          {status === 'scheduled' ? m.overview_product_starts({ date }) : m.overview_product_started({ date })}
        </span>
      </Meta>
    </CardRow>
  )
}

/** What the customer has: the latest subscriptions and other holdings. */
export function ProductsCard({ read, customerNumber }: { read: OverviewRead; customerNumber: string | undefined }) {
  return (
    <OverviewCard
      read={read}
      name="subscriptions"
      title={m.overview_products()}
      section="products"
      all={m.overview_products_all()}
      actions={
        <LeavingLink to="addProduct" customerNumber={customerNumber}>
          {m.overview_products_add()}
        </LeavingLink>
      }
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_products_empty()}>
          {(products) => (
            <CardRows label={m.overview_products()}>
              {products.map((product) => (
                <ProductRow key={product.id} customerId={read.customerId} product={product} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
