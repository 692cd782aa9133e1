import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActsFor, AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { Page } from '#/contract/common.ts'
import type { Contact } from '#/contract/contacts.ts'
import { aSubscription } from '#tests/billing-builders.ts'
import { aCustomer, aStaffMember } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('people around a customer on $name', ({ open }) => {
  let target: Target
  let service: Client
  beforeAll(async () => {
    target = await open()
    service = target.as('customerService')
  })
  afterAll(async () => target.close())

  async function owner() {
    const customer = aCustomer()
    const subscription = aSubscription({ customerId: customer.id })
    await target.insert({ customers: [customer], subscriptions: [subscription] })
    const at = `/customers/${customer.id}`
    const contacts = async () => (await service.get<Page<Contact>>(`${at}/contacts`)).body.items
    return { customer, subscription, at, contacts }
  }
  const marks = ({ name, isPrimary, isBilling }: Contact) => `${name}${isPrimary ? 'P' : ''}${isBilling ? 'B' : ''}`

  it('has one primary and one billing contact, whose flags move and are not taken away', async () => {
    const { at, contacts } = await owner()
    const add = async (body: object) => (await service.post<Contact>(`${at}/contacts`, body)).body
    const a = await add({ name: 'a', address: { city: 'Lévis', countryCode: 'CA' } })
    expect(a).toMatchObject({ isPrimary: true, isBilling: true, address: { city: 'Lévis', line1: null } })
    const b = await add({ name: 'b', isBilling: true })
    const c = await add({ name: 'c' })
    expect((await contacts()).map(marks)).toEqual(['aP', 'bB', 'c'])
    expect((await service.get<Contact>(`${at}/contacts/${a.id}`)).body.etag).toBe('"2"')

    expect(
      refusal(await service.patch(`${at}/contacts/${b.id}`, { isBilling: false }, { ifMatch: '*' })).errors,
    ).toEqual(['/isBilling: flag-needed'])
    const refused = await service.remove(`${at}/contacts/${b.id}`, { ifMatch: '*' })
    expect([refused.status, refused.body['usedBy']]).toEqual([409, [{ type: 'billingContact', id: b.id, label: 'b' }]])
    await service.patch(`${at}/contacts/${c.id}`, { isPrimary: true, isBilling: true }, { ifMatch: '*' })
    expect((await contacts()).map(marks)).toEqual(['cPB', 'b', 'a'])
    expect((await service.remove(`${at}/contacts/${b.id}`, { ifMatch: '*' })).status).toBe(204)
    expect(refusal(await service.patch(`${at}/contacts/${c.id}`, { phoneExt: '5' }, { ifMatch: '*' })).errors).toEqual([
      '/phoneExt: needs-number',
    ])
    const elsewhere = { address: { countryCode: 'CA', regionCode: 'US-MA' } }
    expect(refusal(await service.patch(`${at}/contacts/${c.id}`, elsewhere, { ifMatch: '*' })).errors).toEqual([
      '/address/regionCode: other-country',
    ])
  })

  it('has exactly one of each, whatever is done', async () => {
    const step = fc.record({
      kind: fc.constantFrom('create', 'patch', 'delete'),
      which: fc.nat(5),
      flags: fc.record({ isPrimary: fc.boolean(), isBilling: fc.boolean() }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { at, contacts } = await owner()
        const ids = [(await service.post<Contact>(`${at}/contacts`, { name: 'first' })).body.id]
        for (const { kind, which, flags } of steps) {
          const path = `${at}/contacts/${ids[which % ids.length]}`
          if (kind === 'create')
            ids.push((await service.post<Contact>(`${at}/contacts`, { name: 'x', ...flags })).body.id)
          if (kind === 'patch') await service.patch(path, flags, { ifMatch: '*' })
          if (kind === 'delete') await service.remove(path, { ifMatch: '*' })
        }
        const all = await contacts()
        expect([
          all.filter(({ isPrimary }) => isPrimary).length,
          all.filter(({ isBilling }) => isBilling).length,
        ]).toEqual([1, 1])
      }),
      { numRuns: 6 },
    )
  })

  it('lets another customer act, with rights that both sides see', async () => {
    const { at, customer, subscription } = await owner()
    const { customer: member, at: memberAt } = await owner()
    const path = `${at}/alternative-contacts`
    const permissions = { support: true, productIds: [subscription.id] }
    const { status, body } = await service.post<AlternativeContact>(path, { memberId: member.id, permissions })
    expect([status, body]).toMatchObject([
      201,
      {
        member: { id: member.id, visible: true, customerNumber: member.customerNumber },
        permissions: { support: true, billing: false, productIds: [subscription.id] },
        products: [{ id: subscription.id, name: subscription.name, status: 'active' }],
      },
    ])
    const [actsFor] = (await service.get<Page<ActsFor>>(`${memberAt}/acts-for`)).body.items
    expect(actsFor).toMatchObject({ customer: { id: customer.id }, permissions: { support: true } })
    // Each may act for the other.
    const back = { memberId: customer.id, permissions: { billing: true } }
    expect((await service.post(`${memberAt}/alternative-contacts`, back)).status).toBe(201)

    await target.store.transaction(async (transaction) => {
      await transaction.remove('subscriptions', subscription.id)
    })
    const kept = await service.patch<AlternativeContact>(
      `${path}/${body.id}`,
      { permissions: { billing: true } },
      { ifMatch: body.etag },
    )
    expect(kept.body).toMatchObject({
      permissions: { support: true, billing: true, productIds: [subscription.id] },
      products: [{ id: subscription.id, name: null, status: null }],
    })
    expect((await service.remove(`${path}/${body.id}`, { ifMatch: '"2"' })).status).toBe(204)
    const where = { op: 'in', field: 'customerId', values: [customer.id] } as const
    expect((await target.store.find('activities', { where })).rows.map(({ kind }) => kind).toSorted()).toEqual([
      'alternativeContactAdded',
      'alternativeContactChanged',
      'alternativeContactDeleted',
    ])
  })

  it('refuses whom nobody can be, twice, and rights to nothing', async () => {
    const { at, customer } = await owner()
    const { customer: member, subscription: foreign } = await owner()
    const guest = aCustomer({ accountType: 'guest' })
    const hidden = aCustomer({ scopeIds: ['north'] })
    await target.insert({ customers: [guest, hidden] })
    const path = `${at}/alternative-contacts`
    const post = async (memberId: string, permissions: object = { support: true }, client = service) =>
      refusal(await client.post(path, { memberId, permissions }))
    expect((await post(customer.id)).errors).toEqual(['/memberId: self'])
    expect((await post('nobody')).errors).toEqual(['/memberId: not-found'])
    expect((await post(guest.id)).errors).toEqual(['/memberId: no-account'])
    expect((await post(member.id, {})).errors).toEqual(['/permissions: no-permission'])
    expect((await post(member.id, { productIds: [foreign.id] })).errors).toEqual([
      '/permissions/productIds/0: not-found',
    ])
    const stranger = target.as(
      aStaffMember({ username: `south ${customer.id}`, scopeIds: ['south'], roles: ['customerService'] }),
    )
    expect((await post(hidden.id, { support: true }, stranger)).errors).toEqual(['/memberId: not-found'])
    expect((await service.post(path, { memberId: hidden.id, permissions: { support: true } })).status).toBe(201)
    const [seen] = (await stranger.get<Page<AlternativeContact>>(path)).body.items
    expect(seen?.member).toEqual({
      id: hidden.id,
      visible: false,
      customerNumber: null,
      name: null,
      email: null,
      status: null,
    })
    const again = await service.post(path, { memberId: hidden.id, permissions: { billing: true } })
    expect([again.status, again.body['field']]).toEqual([409, 'memberId'])
    expect(
      (await target.as('salesAgent').post(path, { memberId: member.id, permissions: { support: true } })).status,
    ).toBe(403)
  })
})
