import { expect, it } from 'vitest'
import { getCustomer, listCustomers, patchCustomer } from '#/contract/customers.ts'
import { getMe } from '#/contract/me.ts'
import { api } from '#/shared/api/api.ts'
import { networkError } from '#mocks/answers.ts'
import { mock } from '#mocks/mock.ts'
import { configureMocks, mockBackend, sentNames, sentTo } from '#mocks/node.ts'
import { expectConsole } from '#tests/console-guard.ts'

const ada = { id: 'ada' }

it('patches one answer of the API and records what was sent', async () => {
  const sent = mock('getCustomer', async ({ passThrough, path }) => ({ ...(await passThrough()), lastName: path.id }))
  const { etag, lastName } = await api(getCustomer, { path: ada })
  expect(lastName).toBe('ada')
  expect(sent).toMatchObject([{ path: ada }])

  await api(patchCustomer, { path: ada, body: { lastName: 'Lovelace' }, ifMatch: etag })
  expect(sentTo('patchCustomer')).toMatchObject([{ path: ada, body: { lastName: 'Lovelace' } }])
  expect(sentNames()).toEqual(['getCustomer', 'patchCustomer'])
})

it('begins every test with the small seed, nothing overridden and the administrator signed in', async () => {
  expect(await api(getCustomer, { path: ada })).toMatchObject({ lastName: 'Park' })
  expect(await api(getMe)).toMatchObject({ username: 'admin' })
  expect(sentNames()).toEqual(['getCustomer', 'getMe'])
})

it('loses the connection once', async () => {
  mock('listCustomers', networkError, { once: true })
  await expect(api(listCustomers)).rejects.toMatchObject({ type: 'network' })
  expect((await api(listCustomers)).items).toHaveLength(50)
})

it('lets a call be given up', async () => {
  const giveUp = new AbortController()
  const call = api(listCustomers, { signal: giveUp.signal })
  giveUp.abort()
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
})

it('acts as somebody else meanwhile', async () => {
  const before = await api(getCustomer, { path: ada })
  await mockBackend().callAs('sales', 'patchCustomer', { path: ada, body: { lastName: 'King' } })
  await expect(
    api(patchCustomer, { path: ada, body: { lastName: 'Mine' }, ifMatch: before.etag }),
  ).rejects.toMatchObject({ type: 'stale', problem: { current: { lastName: 'King' } } })
})

it('refuses what the role may not do', async () => {
  configureMocks({ staffId: 'staff-finance' })
  await expect(api(patchCustomer, { path: ada, body: { lastName: 'Mine' }, ifMatch: '*' })).rejects.toMatchObject({
    type: 'forbidden',
  })
})

it('fails the test in which the app calls what the contract lacks', async () => {
  expectConsole('error', /The contract has no GET \/api\/v1\/dreams/)
  expect((await fetch(new URL('/api/v1/dreams', window.location.origin))).status).toBe(404)
})
