import { createRoute, redirect } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { CustomerListPage } from '#/customers/list/customer-list-page.tsx'
import { customerListSearchSchema } from '#/customers/list/customer-list-search.ts'
import { listParams } from '#/customers/list/list-params.ts'
import { customerListQuery } from '#/customers/customer.queries.ts'
import { preloadRecord } from '#/customers/record/customer-records.tsx'
import { shellRoute } from '#/routes/shell.tsx'
import { idParam, wholeParam } from '#/shared/filter/search-values.ts'

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

/** `note` is the number of a note that is to be seen first; the others are ids of what is to be open. */
const recordSearchSchema = z.object({ note: wholeParam, product: idParam, case: idParam, invoice: idParam })

/** The workspace above renders the records: these routes only give them addresses. */
export const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/$section',
  validateSearch: recordSearchSchema,
  loader: preloadRecord,
  component: () => null,
})

export const recordIndexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId',
  loader: preloadRecord,
  component: () => null,
})
