import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { orderListSearchSchema } from '#/orders/order-list-search.ts'
import { shellRoute } from '#/routes/shell.tsx'

export const ordersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders',
  validateSearch: orderListSearchSchema,
  component: lazyRouteComponent(() => import('#/orders/orders-page.tsx'), 'OrdersPage'),
})

export const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('#/orders/order-page.tsx'), 'OrderPage'),
})
