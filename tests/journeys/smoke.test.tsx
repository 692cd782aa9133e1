import { expect, it } from 'vitest'
import { getMe } from '#/contract/me.ts'
import { getCustomer, listCustomers, patchCustomer } from '#/contract/customers.ts'
import { api } from '#/shared/api/api.ts'
import { networkError } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { sentTo, sentNames } from '#mocks/node.ts'

it('answers', async () => {
  const me = await api(getMe)
  expect(me.username).toBe('admin')
  const sent = mock('getCustomer', async ({ passThrough, path }) => ({ ...(await passThrough()), lastName: path.id }))
  const ada = await api(getCustomer, { path: { id: 'ada' } })
  expect(ada.lastName).toBe('ada')
  expect(sent).toHaveLength(1)
  expect(sentNames()).toEqual(['getMe', 'getCustomer'])
  await api(patchCustomer, { path: { id: 'ada' }, body: { lastName: 'X' }, ifMatch: ada.etag })
  expect(sentTo('patchCustomer')[0]?.body).toEqual({ lastName: 'X' })
  mock('listCustomers', () => networkError(), { once: true })
  await expect(api(listCustomers)).rejects.toMatchObject({ type: 'network' })
  expect((await api(listCustomers)).items.length).toBeGreaterThan(40)
  const c = new AbortController()
  const p = api(listCustomers, { signal: c.signal })
  c.abort()
  await expect(p).rejects.toMatchObject({ name: 'AbortError' })
})
