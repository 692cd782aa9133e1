import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { Membership, Organization } from '#/contract/organizations.ts'
import type { CustomerStore, StoreLocation } from '#/contract/stores.ts'
import { aCustomer, aCustomerStore, aMembership, aStoreLocation, anOrganization } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('organizations and stores on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  it('creates, finds and renames organizations, their members included', async () => {
    const { body } = await admin.post<Organization>('/organizations', { number: 'N-1', name: 'Fabrikam' })
    expect(body).toMatchObject({ number: 'N-1', name: 'Fabrikam', active: true, addresses: [], managerName: null })
    expect(refusal(await admin.post('/organizations', { number: 'N-1', name: 'Other' }))).toEqual({
      status: 409,
      type: 'duplicate',
    })

    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    const path = `/customers/${customer.id}/organizations/${body.id}`
    expect((await admin.put<Membership>(path)).body).toMatchObject({
      id: body.id,
      memberSince: '2026-11-22T12:00:00.000Z',
    })
    await admin.patch(`/organizations/${body.id}`, { name: 'Fábrika' }, { ifMatch: body.etag })
    const { body: page } = await admin.get<Page<Organization>>('/organizations?q=fabrika&active=true')
    expect(page.items.map(({ name }) => name)).toEqual(['Fábrika'])
    expect(await target.store.get('memberships', `${customer.id}.${body.id}`)).toMatchObject({
      organizationName: 'Fábrika',
    })
    expect(refusal(await admin.patch(`/organizations/${body.id}`, { phoneExt: '1' }, { ifMatch: '*' })).errors).toEqual(
      ['/phoneExt: needs-number'],
    )
  })

  it('adds and removes memberships any number of times, with one activity each', async () => {
    const customer = aCustomer()
    const [own, other] = [
      anOrganization({ name: 'Zeta', number: 'M-1' }),
      anOrganization({ name: 'alpha', number: 'M-2' }),
    ]
    await target.insert({
      customers: [customer],
      organizations: [own, other],
      memberships: [aMembership(customer, own)],
    })
    const at = `/customers/${customer.id}/organizations`
    await Promise.all([admin.put(`${at}/${other.id}`), admin.put(`${at}/${other.id}`)])
    const names = async (query = '') =>
      (await admin.get<Page<Membership>>(`${at}${query}`)).body.items.map(({ name }) => name)
    expect(await names()).toEqual(['alpha', 'Zeta'])
    expect(await names('?sort=number')).toEqual(['Zeta', 'alpha'])
    const { body: first } = await admin.get<Page<Membership>>(`${at}?limit=1&sort=-name&count=true`)
    expect([first.items[0]?.name, first.total]).toEqual(['Zeta', { value: 2, relation: 'eq' }])
    expect(await names(`?limit=1&sort=-name&cursor=${first.next}`)).toEqual(['alpha'])

    for (let times = 0; times < 2; times += 1) expect((await admin.remove(`${at}/${own.id}`)).status).toBe(204)
    expect((await admin.remove(`${at}/${own.id}`, { ifMatch: '*' })).status).toBe(412)
    expect((await admin.put(`${at}/${other.id}`, undefined, { ifNoneMatch: '*' })).status).toBe(412)
    expect((await admin.put(`${at}/nobody`)).status).toBe(404)
    const { rows } = await target.store.find('activities', {
      where: { op: 'in', field: 'customerId', values: [customer.id] },
    })
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['organizationAdded', 'organizationRemoved'])
  })

  it('lists stores by use with the preferred one first, even when it is no longer on the list', async () => {
    const [often, seldom, gone] = [
      aStoreLocation({ name: 'Often' }),
      aStoreLocation({ name: 'Seldom' }),
      aStoreLocation({ name: 'Gone', active: false }),
    ]
    const customer = aCustomer({ preferredStoreId: gone.id, preferredStoreVersion: 4 })
    await target.insert({
      customers: [customer],
      storeLocations: [often, seldom, gone],
      customerStores: [
        aCustomerStore(customer, seldom, { orderCount: 1, lastUsedAt: '2026-01-01T00:00:00.000Z' }),
        aCustomerStore(customer, often, { orderCount: 9 }),
      ],
    })
    const at = `/customers/${customer.id}`
    const shown = async (query: string) => (await admin.get<Page<CustomerStore>>(`${at}/stores${query}`)).body
    const { items } = await shown('')
    expect(items.map(({ store, preferred, linked }) => [store.name, preferred, linked])).toEqual([
      ['Gone', true, false],
      ['Often', false, true],
      ['Seldom', false, true],
    ])
    const first = await shown('?limit=1')
    expect((await shown(`?limit=2&cursor=${first.next}`)).items).toEqual(items.slice(1))
    expect((await admin.get(`${at}/preferred-store`)).body).toMatchObject({ storeId: gone.id, etag: '"4"' })
    const { body: found } = await admin.get<Page<StoreLocation>>('/stores?q=often&active=true&sort=-number')
    expect(found.items.map(({ id }) => id)).toEqual([often.id])
  })
})
