import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { orderKinds } from '#/contract/order-codes.ts'
import type { OrderListItem } from '#/contract/orders.ts'
import { customerOrderColumns, orderIdOf } from '#/customers/orders/customer-order-columns.tsx'
import { customerOrderListQuery, type CustomerOrderParams } from '#/customers/orders/customer-order.queries.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Past, current and recurring orders of a customer; each can be viewed in the Orders module. */
export function OrdersSection({ customerId }: SectionProps) {
  const workspace = useWorkspace()
  const router = useRouter()
  const [params, setParams] = useState<CustomerOrderParams>({ sort: '-createdAt' })
  const query = useInfiniteQuery({ ...customerOrderListQuery(customerId, params), placeholderData: keepPreviousData })

  const rowMenu = (order: OrderListItem): MenuAction[][] => {
    const orderId = orderIdOf(order)
    const copy = {
      label: m.record_order_copy_number(),
      onSelect: () => void navigator.clipboard.writeText(order.number),
    }
    if (orderId === null) return [[copy]]
    const view = {
      label: m.record_order_view(),
      onSelect: () => void router.navigate({ to: '/orders/$orderId', params: { orderId } }),
    }
    return [[view, copy]]
  }

  return (
    <SectionFrame
      section="orders"
      query={query}
      total={query.data?.pages[0]?.total}
      isFilling
      skeleton={<RowsSkeleton />}
      toolbar={
        <ChoiceFilter
          label={m.record_order_kind()}
          options={orderKinds.map((value) => ({ value, label: codeLabel('orderKind', value) }))}
          chosen={params.kind ?? []}
          onChange={(kind) => setParams({ ...params, kind: kind.length > 0 ? kind : undefined })}
        />
      }
    >
      {({ pages }) => (
        <EndlessTable
          label={m.record_section_orders()}
          query={query}
          columns={customerOrderColumns}
          rows={pages.flatMap((page) => page.items)}
          rowKey={(order) => order.id}
          rowLabel={(order) => order.number}
          rowMenu={rowMenu}
          sort={params.sort}
          onSort={(sort) => setParams({ ...params, sort })}
          errorTitle={m.errors_load()}
          empty={
            params.kind ? (
              <EmptyState
                title={m.record_orders_none_of_kind()}
                action={
                  <Button onClick={() => setParams({ ...params, kind: undefined })}>
                    {m.record_orders_show_all()}
                  </Button>
                }
              />
            ) : (
              <EmptyState title={m.record_orders_empty()} text={m.record_orders_empty_text()} />
            )
          }
          initialOffset={Number(workspace.recall(customerId, 'orders/table') ?? 0)}
          onScrollOffset={(offset) => workspace.remember(customerId, 'orders/table', offset)}
        />
      )}
    </SectionFrame>
  )
}
