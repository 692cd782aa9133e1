import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { OrderListItem } from '#/contract/orders.ts'
import { orderIdOf } from '#/customers/orders/customer-order-columns.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { orderPlace } from '#/shared/ui/order-link.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'

/** The menu at the end of an order's row. A schedule that no order was made from has nothing to view. */
export function useOrderMenu(): (order: OrderListItem) => MenuAction[][] {
  const router = useRouter()
  const copyText = useCopyText()
  return useCallback(
    (order) => {
      const copy: MenuAction = {
        label: m.record_order_copy_number(),
        icon: 'copy',
        onSelect: () => void copyText(order.number, m.orders_copied({ number: order.number })),
      }
      const orderId = orderIdOf(order)
      if (orderId === null) return [[copy]]
      const place = orderPlace(orderId, order.customer.id)
      const { href } = router.buildLocation(place)
      return [
        [
          { label: m.record_order_view(), icon: 'orders', href, onSelect: () => void router.navigate(place) },
          {
            label: m.orders_open_new_tab(),
            icon: 'external',
            onSelect: () => void window.open(href, '_blank', 'noopener'),
          },
        ],
        [copy],
      ]
    },
    [router, copyText],
  )
}
