import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import * as z from 'zod/mini'
import { instalmentStatuses, type InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { instalmentColumns } from '#/customers/products/instalment-columns.tsx'
import { InstalmentSchedule } from '#/customers/products/instalment-schedule.tsx'
import { instalmentListQuery } from '#/customers/products/product.queries.ts'
import { useOccurring } from '#/customers/products/use-occurring.ts'
import { countText } from '#/customers/record/section-counts.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'

const Root = styled('section')({
  marginTop: 32,
  '& > header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 32, marginBottom: 8 },
  '& > header > h3': { ...type.heading, flex: 1 },
})
const Count = styled('span')({ ...type.table, fontWeight: 400, color: color.secondary })
const openSchema = z.object({ open: z.catch(z.array(z.string()), []) })
const viewSchema = z.object({ status: z.catch(z.array(z.enum(instalmentStatuses)), []) })
const noPurchases: readonly InstalmentPurchase[] = []

/** What a customer pays for in instalments; each purchase opens to its schedule. */
export function InstalmentPurchases({ customerId }: { customerId: string }) {
  const headingId = useId()
  const [{ status }, keepView] = useKeptView(customerId, 'products/instalments', viewSchema)
  const query = useInfiniteQuery({ ...instalmentListQuery(customerId, status), placeholderData: keepPreviousData })
  const purchases = query.data?.pages.flatMap(({ items }) => items) ?? noPurchases
  const { total, facets } = query.data?.pages[0] ?? {}
  const inRows = purchases.map((purchase) => purchase.status)
  const statuses = useOccurring('instalmentStatus', facets?.statuses, inRows, status)
  const [{ open }, keep] = useKeptView(customerId, 'products/schedules', openSchema)
  const detailId = ({ id }: InstalmentPurchase) => `${headingId}${id}`
  const isOpen = ({ id }: InstalmentPurchase) => open.includes(id)
  const toggle = (purchase: InstalmentPurchase) =>
    keep({ open: isOpen(purchase) ? open.filter((id) => id !== purchase.id) : [...open, purchase.id] })
  const scheduleOf = (purchase: InstalmentPurchase) =>
    isOpen(purchase) ? (
      <div id={detailId(purchase)}>
        <InstalmentSchedule purchase={purchase} />
      </div>
    ) : undefined
  return (
    <Root aria-labelledby={headingId}>
      <header>
        <h3 id={headingId}>
          {m.products_instalments()} {total ? <Count>{countText(total)}</Count> : null}
        </h3>
        {statuses.length > 0 ? (
          <ChoiceFilter
            label={m.products_instalments_filter_status()}
            options={statuses}
            chosen={status}
            onChange={(chosen) => keepView({ status: chosen })}
          />
        ) : null}
      </header>
      {query.data === undefined && isApiError(query.error, 'forbidden') ? (
        <EmptyState
          title={m.record_section_forbidden()}
          text={m.record_section_forbidden_text({ name: m.products_instalments() })}
        />
      ) : (
        <EndlessTable
          label={m.products_instalments()}
          query={query}
          columns={instalmentColumns({ isOpen, toggle, detailId })}
          rows={purchases}
          rowKey={({ id }) => id}
          rowDetail={scheduleOf}
          height="content"
          errorTitle={m.products_instalments_failed()}
          empty={
            status.length > 0 ? (
              <EmptyState
                title={m.products_instalments_no_match()}
                action={<Button onClick={() => keepView({ status: [] })}>{m.products_clear_filters()}</Button>}
              />
            ) : (
              <EmptyState title={m.products_instalments_empty()} text={m.products_instalments_empty_text()} />
            )
          }
        />
      )}
    </Root>
  )
}
