import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { customerListQuery } from '#/customers/customer.queries.ts'
import { mockBackend } from '#mocks/node.ts'
import { aChange, fakeLive } from '#tests/fake-live.ts'
import { renderApp } from '#tests/render-app.tsx'

it('shows a changed row and the total of a list scrolled through many pages, for one request each', async () => {
  const live = fakeLive()
  const { queryClient, sentTo } = renderApp('/customers', { live })
  await live.say(() => undefined)
  await screen.findByText(/^\d+ customers$/)
  // As after scrolling: one page of many, taken apart.
  const listed = queryClient.getQueryCache().findAll({ queryKey: ['customers', 'list'], type: 'active' })[0]
  const key = listed?.queryKey as ReturnType<typeof customerListQuery>['queryKey']
  queryClient.setQueryData(key, (data) => {
    const [page] = data?.pages ?? []
    if (!data || !page) return data
    const { items, ...rest } = page
    const parts = [0, 1, 2, 3, 4].map((part) => Object.assign({ items: items.slice(part * 10, part * 10 + 10) }, rest))
    return { pages: parts, pageParams: parts.map(() => undefined) }
  })
  const first = queryClient.getQueryData(key)?.pages[0]?.items[0]?.id ?? ''
  const before = sentTo('listCustomers').length
  const { etag } = await mockBackend().callAs('service', 'patchCustomer', {
    path: { id: first },
    body: { companyName: null, firstName: 'Ada', lastName: 'Aaa' },
  })
  const { id } = await mockBackend().callAs('service', 'createCustomer', {
    body: { firstName: 'Zora', lastName: 'Zzz', accountType: 'guest', email: null },
  })
  const total = queryClient.getQueryData(key)?.pages[0]?.total?.value ?? 0
  await live.tell(aChange('customer.updated', first, { etag }), aChange('customer.created', id))
  expect(await screen.findByRole('link', { name: 'Ada Aaa' })).toBeVisible()
  expect(await screen.findByText(`${total + 1} customers`)).toBeVisible()
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  // One for the row and one for the total, for both events together or for each; all five pages would be more.
  expect(sentTo('listCustomers').length - before).toBeLessThan(5)
})
