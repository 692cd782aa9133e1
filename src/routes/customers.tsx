import { createRoute, redirect } from '@tanstack/react-router'
import { CustomerListPage } from '#/customers/list/customer-list-page.tsx'
import { customerListSearchSchema } from '#/customers/list/customer-list-search.ts'
import { listParams } from '#/customers/list/list-params.ts'
import { customerListQuery } from '#/customers/customer.queries.ts'
import { preloadRecord } from '#/customers/record/customer-records.tsx'
import { shellRoute } from '#/routes/shell.tsx'

export const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers', replace: true })
  },
})

/** The list. Filters and sort stand in the address, the words searched for in the history entry. */
export const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: customerListSearchSchema,
  loaderDeps: ({ search }) => listParams(search),
  loader: ({ context, deps, location }) => {
    void context.queryClient.prefetchInfiniteQuery(customerListQuery({ ...deps, q: location.state.words ?? '' }))
  },
  component: CustomerListPage,
})

/** The workspace above renders the records: these routes only give them addresses. */
export const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/$section',
  loader: preloadRecord,
  component: () => null,
})

export const recordIndexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId',
  loader: preloadRecord,
  component: () => null,
})
