import type { InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { CardRow, CardRows, Meta } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { InstalmentStatus } from '#/customers/products/instalment-columns.tsx'
import { InstalmentProgress } from '#/customers/products/instalment-progress.tsx'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatDay, formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

function PurchaseRow({ purchase }: { purchase: InstalmentPurchase }) {
  const { product, total, purchasedAt, nextDueAt, status } = purchase
  return (
    <CardRow
      title={<bdi>{product.name}</bdi>}
      aside={
        <>
          <span>{formatMoney(total)}</span>
          <InstalmentStatus status={status} />
        </>
      }
    >
      <InstalmentProgress purchase={purchase} />
      <Meta>
        <span>{formatDay(purchasedAt)}</span>
        {nextDueAt === null ? null : <span>{m.overview_instalment_next({ date: formatLocalDate(nextDueAt) })}</span>}
      </Meta>
    </CardRow>
  )
}

/** What is paid in parts, and how far that is. */
export function InstalmentsCard({ read }: { read: OverviewRead }) {
  return (
    <OverviewCard
      read={read}
      name="instalments"
      title={m.overview_instalments()}
      section="products"
      all={m.overview_instalments_all()}
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_instalments_empty()}>
          {(purchases) => (
            <CardRows label={m.overview_instalments()}>
              {purchases.map((purchase) => (
                <PurchaseRow key={purchase.id} purchase={purchase} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
