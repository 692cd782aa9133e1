import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { Customer } from '#/contract/customers.ts'
import type { Problem } from '#/contract/problem.ts'
import type { CustomerStore } from '#/contract/stores.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer, aCustomerStore, aStoreLocation } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const [port, hill, shut] = [
  aStoreLocation({ name: 'Port' }),
  aStoreLocation({ name: 'Hill' }),
  aStoreLocation({ name: 'Shut', active: false }),
]

interface Preference {
  storeId: string | null
  etag: string
}

describe.each(targets)('stores of a customer on $name', ({ open }) => {
  let target: Target
  let agent: Client
  beforeAll(async () => {
    target = await open()
    agent = target.as('salesAgent')
    await target.insert({ storeLocations: [port, hill, shut] })
  })
  afterAll(async () => target.close())

  async function stored(over: Partial<CustomerRow> = {}) {
    const customer = aCustomer(over)
    await target.insert({ customers: [customer], customerStores: [aCustomerStore(customer, port, { orderCount: 3 })] })
    const at = `/customers/${customer.id}`
    return {
      at,
      prefer: async (storeId: unknown, ifMatch = '*') =>
        await agent.put<Preference & Problem>(`${at}/preferred-store`, { storeId }, { ifMatch }),
      preference: async () => (await agent.get<Preference>(`${at}/preferred-store`)).body,
      shown: async () =>
        (await agent.get<Page<CustomerStore>>(`${at}/stores`)).body.items.map(
          ({ store, preferred, linked }) => `${store.name}${preferred ? ' preferred' : ''}${linked ? '' : ' unlinked'}`,
        ),
      activities: async () =>
        (await target.store.find('activities', { where: { op: 'in', field: 'customerId', values: [customer.id] } }))
          .rows,
    }
  }

  it('go on the list and off it any number of times, with one activity each', async () => {
    const { at, shown, activities } = await stored()
    const [first, second] = await Promise.all([
      agent.put<CustomerStore>(`${at}/stores/${hill.id}`),
      agent.put<CustomerStore>(`${at}/stores/${hill.id}`),
    ])
    expect(first.body).toMatchObject({ linked: true, preferred: false, usage: { orderCount: 0, lastUsedAt: null } })
    expect(second.body).toEqual(first.body)
    expect((await agent.put<CustomerStore>(`${at}/stores/${port.id}`)).body.usage?.orderCount).toBe(3)
    expect(await shown()).toEqual(['Port', 'Hill'])
    for (let times = 0; times < 2; times += 1) {
      expect((await agent.remove(`${at}/stores/${port.id}`)).status).toBe(204)
    }
    expect(await shown()).toEqual(['Hill'])
    expect((await activities()).map(({ kind, subject }) => `${kind} ${subject.label}`).toSorted()).toEqual([
      'storeAdded Hill',
      'storeRemoved Port',
    ])
    expect((await agent.put(`${at}/stores/${hill.id}`, undefined, { ifNoneMatch: '*' })).status).toBe(412)
    expect((await agent.remove(`${at}/stores/${port.id}`, { ifMatch: '*' })).status).toBe(412)
    expect((await agent.put(`${at}/stores/nowhere`)).status).toBe(404)
    expect((await agent.remove(`${at}/stores/nowhere`)).status).toBe(404)
  })

  it('can be preferred, one at a time or none, under a version of its own', async () => {
    const { at, prefer, preference, shown, activities } = await stored()
    expect(await prefer(port.id, '"1"')).toMatchObject({ status: 200, body: { storeId: port.id, etag: '"2"' } })
    expect(await prefer(hill.id, '"1"')).toMatchObject({
      status: 412,
      body: { current: { storeId: port.id, etag: '"2"' }, currentEtag: '"2"' },
    })
    expect((await prefer(port.id, '"2"')).body.etag).toBe('"2"')
    expect(await shown()).toEqual(['Port preferred'])
    const changed = { updatedAt: expect.any(String), updatedBy: expect.objectContaining({ type: 'staff' }) }
    expect((await prefer(null, '"2"')).body).toEqual({ storeId: null, etag: '"3"', ...changed })
    expect([await preference(), await shown()]).toEqual([{ storeId: null, etag: '"3"', ...changed }, ['Port']])
    expect((await agent.get<Customer>(at)).body).toMatchObject({ preferredStoreId: null, etag: '"1"' })
    expect(refusal(await agent.put(`${at}/preferred-store`, { storeId: null }))).toEqual({
      status: 428,
      type: 'precondition-required',
    })
    const written = await activities()
    expect(written).toMatchObject([1, 2].map(() => ({ kind: 'preferredStoreChanged', subject: { label: 'Port' } })))
    const changes = written.flatMap((activity) => activity.changes)
    expect(changes).toContainEqual({ field: 'preferredStoreId', from: null, to: port.id })
    expect(changes).toContainEqual({ field: 'preferredStoreId', from: port.id, to: null })
  })

  it('cannot be preferred when they are shut or unknown', async () => {
    const { prefer, preference, activities } = await stored()
    expect(refusal(await prefer(shut.id)).errors).toEqual(['/storeId: inactive'])
    expect(refusal(await prefer('nowhere')).errors).toEqual(['/storeId: not-found'])
    expect(refusal(await prefer(5)).errors).toEqual(['/storeId: wrong-type'])
    const untouched = { storeId: null, etag: '"1"', updatedAt: null, updatedBy: null }
    expect([await preference(), await activities()]).toEqual([untouched, []])
  })

  it('stay preferred when they shut or leave the list, until somebody clears that', async () => {
    const { at, prefer, shown } = await stored({ preferredStoreId: port.id })
    await agent.remove(`${at}/stores/${port.id}`)
    expect(await shown()).toEqual(['Port preferred unlinked'])
    await prefer(null)
    expect(await shown()).toEqual([])

    const other = await stored({ preferredStoreId: shut.id })
    expect((await other.prefer(shut.id)).status).toBe(200)
    expect(await other.shown()).toEqual(['Shut preferred unlinked', 'Port'])
    expect((await other.prefer(null)).body.storeId).toBeNull()
  })
})
