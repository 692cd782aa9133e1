import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cart } from '#/contract/carts.ts'
import type { Page } from '#/contract/common.ts'
import type { Customer } from '#/contract/customers.ts'
import type { Config } from '#/contract/service.ts'
import { aCart, aCustomer, aStaffMember, anAddress, anOrder, anOrganization } from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const text = fc.option(fc.constantFrom('one', 'two', 'Größe'), { nil: null })
const some = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members, { requiredKeys: [] })

const patches = {
  customer: some({ title: text, middleName: text, companyName: text, accessBlocked: fc.boolean() }),
  address: some({ line2: text, notes: text, city: fc.constantFrom('Here', 'There'), isBusiness: fc.boolean() }),
  organization: some({ managerName: text, description: text, active: fc.boolean() }),
}

describe.each(targets)('what is saved and shown on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  it.each(Object.entries(patches))('merge patches of a %s change what they name, and once', async (kind, patch) => {
    const customer = aCustomer()
    const address = anAddress({ customerId: customer.id })
    const organization = anOrganization()
    await target.insert({ customers: [customer], addresses: [address], organizations: [organization] })
    const paths: Record<string, string> = {
      customer: `/customers/${customer.id}`,
      address: `/customers/${customer.id}/addresses/${address.id}`,
      organization: `/organizations/${organization.id}`,
    }
    const path = paths[kind] ?? ''
    await fc.assert(
      fc.asyncProperty(patch, async (wanted) => {
        const { body: before } = await admin.get(path)
        const { body: once } = await admin.patch(path, wanted, { ifMatch: '*' })
        const { etag: _etag, updatedAt: _at, updatedBy: _by, ...rest } = { ...before, ...wanted } as typeof before
        expect(once).toMatchObject(rest)
        expect((await admin.patch(path, wanted, { ifMatch: '*' })).body).toEqual(once)
        expect((await admin.get(path)).body).toEqual(once)
      }),
      { numRuns: 10 },
    )
  })

  it('merge patches of consents replace the list and give what changed its time', async () => {
    const at = '2025-01-01T00:00:00.000Z'
    const customer = aCustomer({
      marketingConsents: [
        { channel: 'email', granted: true, at },
        { channel: 'sms', granted: true, at },
        { channel: 'post', granted: true, at },
      ],
    })
    await target.insert({ customers: [customer] })
    const marketingConsents = [
      { channel: 'email', granted: true },
      { channel: 'sms', granted: false },
    ]
    const { body } = await admin.patch<Customer>(
      `/customers/${customer.id}`,
      { marketingConsents, processingBlocked: true },
      { ifMatch: '"1"' },
    )
    expect(body).toMatchObject({
      processingBlocked: true,
      etag: '"2"',
      marketingConsents: [
        { channel: 'email', granted: true, at },
        { channel: 'sms', granted: false, at: '2026-11-22T12:00:00.000Z' },
      ],
    })
    const again = await admin.patch<Customer>(`/customers/${customer.id}`, { marketingConsents }, { ifMatch: '"2"' })
    expect(again.body.etag).toBe('"2"')
  })

  it('says which order a cart became, to whoever may know of it, and no longer lists it', async () => {
    const customer = aCustomer()
    const order = anOrder(customer, { number: '0042', scopeId: 'east' })
    const ordered = aCart(customer, { status: 'ordered', orderId: order.id, draftOwner: 'Bo' })
    const vanished = aCart(customer, { status: 'ordered' })
    await target.insert({ customers: [customer], orders: [order], carts: [ordered, vanished] })
    expect((await admin.get<Page<unknown>>(`/customers/${customer.id}/carts`)).body.items).toEqual([])
    expect((await admin.get<Cart>(`/carts/${ordered.id}`)).body).toMatchObject({
      orderedAs: { id: order.id, number: '0042' },
      draftOwner: 'Bo',
    })
    expect((await admin.get(`/carts/${vanished.id}`)).status).toBe(404)
    const stranger = target.as(aStaffMember({ username: `west ${ordered.id}`, scopeIds: ['global'] }))
    expect((await stranger.get(`/carts/${ordered.id}`)).status).toBe(404)
  })

  it('shows links and the personal detail as configured', async () => {
    const { links, personalDetail } = (await admin.get<Config>('/config')).body
    expect([links, personalDetail]).toEqual([{ order: 'https://commerce.example/orders/{number}' }, 'pin'])
  })
})
