import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { OrderListItem } from '#/contract/orders.ts'
import { customerOrderColumns } from '#/customers/orders/customer-order-columns.tsx'
import { customerOrderListQuery } from '#/customers/orders/customer-order.queries.ts'
import { HiddenRowsNote } from '#/customers/orders/hidden-rows-note.tsx'
import { clearedFilters, OrderListFilters } from '#/customers/orders/order-list-filters.tsx'
import { isFiltered, keptView, type OrderListView } from '#/customers/orders/order-list-view.ts'
import { useOrderValuePanel } from '#/customers/orders/order-value-panel.tsx'
import { useOrderMenu } from '#/customers/orders/use-order-menu.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { countText } from '#/customers/record/section-counts.ts'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { color, type } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

// Where there is no height left for a table that scrolls by itself, the section scrolls.
const TableArea = styled('div')({ display: 'flex', flex: '1 0 320px', minHeight: 320 })
const Found = styled('output')({ ...type.meta, color: color.secondary, fontVariantNumeric: 'tabular-nums' })

/** Pages that are loaded again at once when the list is shown where it was left; further ones come by scrolling. */
const keptPagesAtMost = 20
const noOrders: readonly OrderListItem[] = []

/** Stays the same, so that rows are not rendered again when others come. */
const numberOf = (order: OrderListItem) => order.number

const wholeNumber = (kept: unknown) => (typeof kept === 'number' && kept > 0 ? Math.trunc(kept) : 0)

/** The list's view, kept with the record. */
function useOrderListView(customerId: string) {
  const workspace = useWorkspace()
  const [view, setView] = useState(() => keptView(workspace.recall(customerId, 'orders/view')))
  const change = (changed: Partial<OrderListView>) => {
    const next = { ...view, ...changed }
    workspace.remember(customerId, 'orders/view', next)
    // Another list begins at its beginning.
    workspace.remember(customerId, 'orders/table', 0)
    workspace.remember(customerId, 'orders/pages', 1)
    setView(next)
  }
  return [view, change] as const
}

/** The pages that were loaded when the list was left are loaded again, so that its place is there. */
function useOrderPages(customerId: string, view: OrderListView) {
  const workspace = useWorkspace()
  const listed = customerOrderListQuery(customerId, view)
  const pages = Math.min(wholeNumber(workspace.recall(customerId, 'orders/pages')), keptPagesAtMost)
  usePrefetchInfiniteQuery(pages > 1 ? { ...listed, pages } : listed)
  return useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
}

/** Past, current and recurring orders of a customer; each can be viewed in the Orders module. */
export function OrdersSection({ customerId }: SectionProps) {
  const workspace = useWorkspace()
  const [view, changeView] = useOrderListView(customerId)
  const query = useOrderPages(customerId, view)
  const rowMenu = useOrderMenu()
  const values = useOrderValuePanel(customerId)
  const pages = query.data?.pages
  const orders = useMemo(() => pages?.flatMap(({ items }) => items) ?? noOrders, [pages])
  const total = pages?.[0]?.total
  const clear = () => changeView(clearedFilters(view))
  return (
    <SectionFrame
      section="orders"
      query={query}
      total={isFiltered(view) ? undefined : total}
      isFilling
      skeleton={<RowsSkeleton />}
      toolbar={
        <>
          {isFiltered(view) && <Found>{total && m.orders_found({ shown: countText(total) })}</Found>}
          <OrderListFilters view={view} onChange={changeView} orders={orders} />
          {values.toggle}
        </>
      }
    >
      {(loaded) => (
        <>
          <HiddenRowsNote customerId={customerId} rows="orders" text={m.orders_hidden()} />
          {isFiltered(view) || total?.value !== 0 ? values.panel : null}
          <TableArea>
            <EndlessTable
              label={m.record_section_orders()}
              query={query}
              columns={customerOrderColumns}
              rows={orders}
              rowKey={(order) => order.id}
              rowLabel={numberOf}
              rowMenu={rowMenu}
              sort={view.sort}
              onSort={(sort) => changeView({ sort })}
              errorTitle={m.errors_load()}
              empty={
                isFiltered(view) ? (
                  <EmptyState
                    title={m.orders_no_match()}
                    text={m.orders_no_match_text()}
                    action={<ClearButton onClick={clear}>{m.orders_clear_filters()}</ClearButton>}
                  />
                ) : (
                  <EmptyState title={m.record_orders_empty()} text={m.record_orders_empty_text()} />
                )
              }
              initialOffset={wholeNumber(workspace.recall(customerId, 'orders/table'))}
              onScrollOffset={(offset) => {
                workspace.remember(customerId, 'orders/table', offset)
                workspace.remember(customerId, 'orders/pages', loaded.pages.length)
              }}
            />
          </TableArea>
        </>
      )}
    </SectionFrame>
  )
}
