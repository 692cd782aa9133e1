import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '#/contract/addresses.ts'
import type { Page } from '#/contract/common.ts'
import type { Problem } from '#/contract/problem.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer, anAddress, anOrder, anOrderDetail } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const street = { line1: '2 Side Street', city: 'Québec', countryCode: 'CA' }

describe.each(targets)('addresses on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  async function owner(...addresses: Partial<Parameters<typeof anAddress>[0]>[]) {
    const customer: CustomerRow = aCustomer()
    const rows = addresses.map((address) => anAddress({ ...address, customerId: customer.id }))
    await target.insert({ customers: [customer], addresses: rows })
    const at = `/customers/${customer.id}/addresses`
    const list = async () => (await admin.get<Page<Address>>(at)).body.items
    return { customer, rows, at, list }
  }
  const activitiesOf = async (customerId: string) =>
    (await target.store.find('activities', { where: { op: 'in', field: 'customerId', values: [customerId] } })).rows

  it('adds an address with its defaults, and says where it is', async () => {
    const { at, customer } = await owner()
    const { status, headers, body } = await admin.post<Address>(at, {
      ...street,
      name: 'Work',
      isPreferredBilling: true,
    })
    expect([status, headers.get('location')]).toEqual([201, `/api/v1${at}/${body.id}`])
    expect(body).toMatchObject({
      ...street,
      name: 'Work',
      isPreferredBilling: true,
      isBusiness: false,
      notes: null,
      usedBy: [],
    })
    expect((await admin.get<Address>(`${at}/${body.id}`)).body).toEqual(body)
    expect(await activitiesOf(customer.id)).toMatchObject([
      { kind: 'addressAdded', subject: { type: 'address', label: 'Work' } },
    ])
    expect(await target.store.get('customers', customer.id)).toMatchObject({
      city: 'Québec',
      cityFolded: 'quebec',
      version: 1,
    })
  })

  it('moves a preference, with the version of the address that loses it and one activity', async () => {
    const { at, rows, customer } = await owner({ isPreferredBilling: true, isPreferredShipping: true }, {})
    const [first, second] = rows
    await admin.patch(`${at}/${second?.id}`, { isPreferredBilling: true }, { ifMatch: '"1"' })
    expect((await admin.get<Address>(`${at}/${first?.id}`)).body).toMatchObject({
      isPreferredBilling: false,
      isPreferredShipping: true,
      etag: '"2"',
    })
    expect(await activitiesOf(customer.id)).toMatchObject([
      { kind: 'preferredAddressChanged', data: { noLongerPreferred: [first?.id] } },
    ])
    const { status } = await admin.patch(`${at}/${second?.id}`, { isPreferredBilling: false }, { ifMatch: '*' })
    expect(status).toBe(200)
  })

  it('lists preferred ones first, then by name', async () => {
    const { list } = await owner({ name: 'b' }, {}, { name: 'A' }, { name: 'z', isPreferredShipping: true })
    expect((await list()).map(({ name }) => name)).toEqual(['z', 'A', 'b', null])
  })

  it('refuses a second address of the same name, whatever its case', async () => {
    const { at, rows } = await owner({ name: 'Home' }, { name: 'Work' })
    const { status, body } = await admin.post(at, { ...street, name: 'HOME' })
    expect([status, body['field'], body['conflictingId']]).toEqual([409, 'name', rows[0]?.id])
    expect((await admin.patch(`${at}/${rows[1]?.id}`, { name: 'home' }, { ifMatch: '*' })).status).toBe(409)
    expect((await admin.patch(`${at}/${rows[0]?.id}`, { name: 'HOME' }, { ifMatch: '*' })).status).toBe(200)
  })

  it.each<[object, string[]]>([
    [{ phoneExt: '5' }, ['/phoneExt: needs-number']],
    [{ regionCode: 'US-MA' }, ['/regionCode: other-country']],
    [{ regionCode: 'CA-ZZ' }, ['/regionCode: not-allowed']],
    [{ postalCode: '12345' }, ['/postalCode: postal-code']],
    [
      { countryCode: 'DE', regionCode: 'CA-QC', postalCode: '1011' },
      ['/regionCode: other-country', '/postalCode: postal-code'],
    ],
    [{ notes: 'card 4111111111111111' }, ['/notes: card-number']],
    [{ latitude: 91, line1: null }, ['/latitude: too-big', '/line1: wrong-type']],
  ])('refuses %j', async (patch, errors) => {
    const { at, rows } = await owner({})
    expect(refusal(await admin.patch(`${at}/${rows[0]?.id}`, patch, { ifMatch: '*' })).errors).toEqual(errors)
  })

  it.each([
    { countryCode: 'HK', city: 'Hong Kong', line1: '8 Central' },
    { countryCode: 'XK', city: 'Prishtinë', line1: '1 Bulevardi', postalCode: '10000' },
    { countryCode: 'US', city: 'New York', line1: '11 Wall Street' },
    { countryCode: 'US', city: 'APO', line1: 'PSC 1', regionCode: 'US-AE', postalCode: '09001-1234' },
    { countryCode: 'CA', city: 'Québec', line1: '2 Side Street', regionCode: 'CA-QC', postalCode: 'g1a 0a2' },
  ])('takes %j', async (body) => {
    const { at } = await owner()
    expect(await admin.post<Address>(at, body)).toMatchObject({ status: 201, body })
  })

  it('leaves alone what is stored and odd until it is touched', async () => {
    const odd = { countryCode: 'CA', regionCode: 'QC', postalCode: '12345' }
    const { at, rows } = await owner(odd)
    const path = `${at}/${rows[0]?.id}`
    expect((await admin.patch(path, { notes: 'Ring twice' }, { ifMatch: '*' })).status).toBe(200)
    expect((await admin.get<Address>(path)).body).toMatchObject(odd)
    expect(refusal(await admin.patch(path, { countryCode: 'DE' }, { ifMatch: '*' })).errors).toEqual([
      '/regionCode: other-country',
    ])
  })

  it('deletes for good only after a day: until then it comes back whole', async () => {
    const { at, rows, list, customer } = await owner(
      { name: 'Home', isPreferredBilling: true },
      { isPreferredShipping: true },
    )
    const path = `${at}/${rows[0]?.id}`
    expect((await admin.remove(path, { ifMatch: '"1"' })).status).toBe(204)
    const gone = await admin.get<Problem>(path)
    expect(gone).toMatchObject({ status: 404, body: { deleted: { by: { type: 'staff' } } } })
    expect((await admin.patch<Problem>(path, { notes: 'Mine' }, { ifMatch: '"1"' })).body.deleted).toEqual(
      gone.body.deleted,
    )
    expect(await list()).toHaveLength(1)
    const { body } = await admin.post<Address>(`${path}/restoration`)
    expect(body).toMatchObject({ id: rows[0]?.id, name: 'Home', isPreferredBilling: true, etag: '"3"' })
    expect((await admin.post(`${path}/restoration`)).status).toBe(404)
    expect((await activitiesOf(customer.id)).map(({ kind }) => kind).toSorted()).toEqual([
      'addressDeleted',
      'addressRestored',
    ])

    await admin.remove(path, { ifMatch: '*' })
    target.clock.now += 24 * 60 * 60_000 + 1
    expect((await admin.post(`${path}/restoration`)).status).toBe(404)
  })

  it('gives back name and preference only where they are still free', async () => {
    const { at, rows } = await owner(
      { name: 'Home', isPreferredBilling: true },
      { name: 'Old', isPreferredBilling: false },
    )
    await admin.remove(`${at}/${rows[0]?.id}`, { ifMatch: '*' })
    await admin.patch(`${at}/${rows[1]?.id}`, { isPreferredBilling: true }, { ifMatch: '*' })
    const { body } = await admin.post<Address>(`${at}/${rows[0]?.id}/restoration`)
    expect(body.isPreferredBilling).toBe(false)
    await admin.remove(`${at}/${rows[0]?.id}`, { ifMatch: '*' })
    await admin.patch(`${at}/${rows[1]?.id}`, { name: 'home' }, { ifMatch: '*' })
    expect((await admin.post(`${at}/${rows[0]?.id}/restoration`)).status).toBe(409)
  })

  it('names the recurring and open orders that use an address', async () => {
    const { customer, rows, list } = await owner({}, {})
    const [open, recurring, finished] = [
      anOrder(customer, { number: '1', statusClass: 'open' }),
      anOrder(customer, { number: '2', kind: 'recurring', statusClass: 'completed' }),
      anOrder(customer, { number: '3', kind: 'past', statusClass: 'completed' }),
    ]
    const addressIds = [rows[0]?.id ?? '']
    const orders = [open, recurring, finished]
    await target.insert({ orders, orderDetails: orders.map((order) => anOrderDetail(order, { addressIds })) })
    const [used, unused] = (await list()).toSorted((a, b) => b.usedBy.length - a.usedBy.length)
    expect(used?.usedBy.map(({ type, label }) => `${type} ${label}`).toSorted()).toEqual(['openOrder 1', 'recurring 2'])
    expect(unused?.usedBy).toEqual([])
  })

  it('never has two preferred ones, whatever is done', async () => {
    const flags = fc.record({ isPreferredBilling: fc.boolean(), isPreferredShipping: fc.boolean() })
    const step = fc.record({ kind: fc.constantFrom('create', 'patch', 'delete', 'restore'), which: fc.nat(5), flags })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { at, list, customer } = await owner({}, {})
        const known = (await list()).map(({ id }) => id)
        for (const { kind, which, flags } of steps) {
          const path = `${at}/${known[which % known.length]}`
          if (kind === 'create') known.push((await admin.post<Address>(at, { ...street, ...flags })).body.id)
          if (kind === 'patch') await admin.patch(path, flags, { ifMatch: '*' })
          if (kind === 'delete') await admin.remove(path, { ifMatch: '*' })
          if (kind === 'restore') await admin.post(`${path}/restoration`)
        }
        const addresses = await list()
        expect(addresses.filter(({ isPreferredBilling }) => isPreferredBilling).length).toBeLessThan(2)
        expect(addresses.filter(({ isPreferredShipping }) => isPreferredShipping).length).toBeLessThan(2)
        const shown = addresses.find(({ isPreferredBilling }) => isPreferredBilling)?.city
        const row = await target.store.get('customers', customer.id)
        expect(shown === undefined || row?.city === shown).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})
