import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { CreatedCustomer } from '#/contract/create-customer.ts'
import type { Customer, CustomerListItem } from '#/contract/customers.ts'
import type { Problem } from '#/contract/problem.ts'
import { aCustomer, aScope, aStaffMember } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

let made = 0

/** A person whom nobody knows yet. */
function aPerson(over: object = {}) {
  made += 1
  return { firstName: 'Grace', lastName: 'Hopper', email: `Grace${made}@example.org`, ...over }
}

describe.each(targets)('new customers on $name', ({ open }) => {
  let target: Target
  let agent: Client
  beforeAll(async () => {
    target = await open()
    agent = target.as('salesAgent')
    await target.insert({ scopes: [aScope({ id: 'north' }), aScope({ id: 'south' })] })
  })
  afterAll(async () => target.close())

  const create = async (body: unknown, client = agent) =>
    await client.post<CreatedCustomer & Omit<Problem, 'status'>>('/customers', body)
  const emails = async (query: string) =>
    (await agent.get<Page<CustomerListItem>>(`/customers?${query}`)).body.items.map(({ email }) => email)
  const everybody = async () => await target.store.count('customers', undefined, 10_000)

  it('are active, registered and signed in by email unless told otherwise, and found at once', async () => {
    const person = aPerson({ phone: '+1 (514) 555-0177' })
    const { status, headers, body } = await create(person)
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/customers/${body.id}`])
    expect(body).toMatchObject({
      ...person,
      etag: '"1"',
      accountType: 'registered',
      status: 'active',
      tier: 'standard',
      username: person.email,
      registeredAt: '2026-11-22T12:00:00.000Z',
      registrationSource: 'staff',
      createdBy: { type: 'staff', displayName: 'salesAgent' },
      lastLoginAt: null,
      scopeIds: [],
      possibleDuplicates: [],
    })
    expect(body.customerNumber).toMatch(/^C-\d{6,}$/)
    const { possibleDuplicates: _none, ...customer } = body
    expect((await agent.get<Customer>(`/customers/${body.id}`)).body).toEqual(customer)
    expect(await emails(`q=number:${body.customerNumber}`)).toEqual([person.email])

    const { rows } = await target.store.find('activities', {
      where: { op: 'in', field: 'customerId', values: [body.id] },
    })
    expect(rows).toMatchObject([{ kind: 'customerCreated', group: 'account', actor: { displayName: 'salesAgent' } }])
    expect(rows[0]?.changes).toContainEqual({ field: 'email', from: null, to: person.email })
    expect(rows[0]?.changes).toContainEqual({ field: 'username', from: null, to: person.email })
  })

  it('take every field that staff may fill in', async () => {
    const body = aPerson({
      middleName: 'B.',
      title: 'Rear Admiral',
      salutation: 'mrs',
      displayName: 'Amazing Grace',
      companyName: 'Navy',
      username: `grace-${made}`,
      phone: '+1 202 555 0100',
      phoneExt: '7',
      mobile: '+1 202 555 0101',
      workPhone: '+1 202 555 0102',
      workPhoneExt: '8',
      fax: '+1 202 555 0103',
      faxExt: '9',
      accountType: 'registered',
      tier: 'vip',
      status: 'requiresApproval',
      preferredLanguage: 'en-CA',
      birthday: '1906-12-09',
      accessBlocked: true,
      processingBlocked: true,
      scopeIds: ['south', 'north', 'south'],
    })
    const consents = [{ channel: 'email', granted: true }]
    const answer = await create({ ...body, marketingConsents: consents })
    expect([answer.status, answer.body]).toMatchObject([201, { ...body, scopeIds: ['south', 'north'] }])
    expect(answer.body.marketingConsents).toEqual([{ channel: 'email', granted: true, at: '2026-11-22T12:00:00.000Z' }])
  })

  it('may have the email of others, who are named, but not their username', async () => {
    const { body: first } = await create(aPerson())
    const { status, body } = await create(aPerson({ email: first.email?.toUpperCase(), lastName: 'Twin' }))
    expect([status, body.username]).toEqual([201, first.email?.toUpperCase()])
    const { body: third } = await create(aPerson({ email: first.email }))
    expect(third.username).toBeNull()
    expect(third.possibleDuplicates.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { id: first.id, customerNumber: first.customerNumber, name: 'Grace Hopper' },
      { id: body.id, customerNumber: body.customerNumber, name: 'Grace Twin' },
    ])

    const before = await everybody()
    const refused = await create(aPerson({ username: first.email }))
    expect([refused.status, refused.body.type, refused.body.field, refused.body.conflictingId]).toEqual([
      409,
      '/problems/duplicate',
      'username',
      first.id,
    ])
    expect(await everybody()).toBe(before)
  })

  it.each<[object, string[]]>([
    [{}, ['/firstName: required', '/lastName: required', '/email: required']],
    [aPerson({ email: null }), ['/email: required']],
    [{ accountType: 'guest' }, ['/lastName: needs-identity']],
    [{ accountType: 'unregistered', phoneExt: '5' }, ['/lastName: needs-identity', '/phoneExt: needs-number']],
    [aPerson({ status: 'blocked' }), ['/status: not-allowed']],
    [aPerson({ displayName: 'card 4111 1111 1111 1111' }), ['/displayName: card-number']],
    [
      aPerson({ customerNumber: 'C-1', pin: '1234', referralCode: 'x' }),
      ['/customerNumber: unrecognized', '/pin: unrecognized', '/referralCode: unrecognized'],
    ],
    [aPerson({ scopeIds: ['north', 'nowhere'] }), ['/scopeIds/1: not-found']],
    [
      aPerson({
        marketingConsents: [
          { channel: 'email', granted: true },
          { channel: 'email', granted: false },
        ],
      }),
      ['/marketingConsents/1/channel: duplicate'],
    ],
  ])('are refused as %j', async (body, errors) => {
    const before = await everybody()
    expect(refusal(await create(body))).toEqual({ status: 422, type: 'validation', errors })
    expect(await everybody()).toBe(before)
  })

  it.each([
    { accountType: 'unregistered', companyName: 'Fabrikam' },
    { accountType: 'unregistered', phone: '555 0100' },
    { accountType: 'guest', email: 'guest@example.org' },
  ])('need little when nobody signs in: %j', async (body) => {
    expect(await create(body)).toMatchObject({ status: 201, body: { ...body, username: null } })
  })

  it('get numbers of their own, also when many are added at once or an import took some', async () => {
    const { body } = await create(aPerson())
    const next = Number(body.customerNumber.slice(2)) + 1
    await target.insert({
      customers: Array.from({ length: 130 }, (_, index) => aCustomer({ customerNumber: `C-${next + index}` })),
    })
    const answers = await Promise.all(Array.from({ length: 6 }, async () => await create(aPerson())))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201])
    const numbers = answers.map((answer) => Number(answer.body.customerNumber.slice(2)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 6 }, (_, index) => next + 130 + index))
  })

  it('belong to the scopes of whoever does not see all', async () => {
    const person = aStaffMember({ username: `north${made}`, scopeIds: ['north'] })
    await target.insert({ staff: [person] })
    const client = target.as(person)
    expect((await create(aPerson(), client)).body.scopeIds).toEqual(['north'])
    expect(refusal(await create(aPerson({ scopeIds: ['south'] }), client)).errors).toEqual(['/scopeIds/0: not-found'])
    const { body: hidden } = await create(aPerson({ scopeIds: ['south'] }))
    expect((await create(aPerson({ email: hidden.email }), client)).body.possibleDuplicates).toEqual([])
  })

  describe('who may be one that is there already', () => {
    it('are found by the whole email, whatever its case', async () => {
      const email = `Möller.${made}@Example.org`
      await target.insert({ customers: [aCustomer({ email }), aCustomer({ email: `x${email}` })] })
      expect(await emails(`email=${encodeURIComponent(email.toUpperCase())}&limit=6`)).toEqual([email])
    })

    it.each([
      ['+49 (151) 2345-6789', '0151 23456789'],
      ['0151/23456789', '+4915123456789'],
      ['5550177', '555-0177'],
    ])('are found by a number stored as %s and typed as %s', async (stored, typed) => {
      const [byPhone, byMobile, other] = [
        aCustomer({ phone: stored }),
        aCustomer({ mobile: stored, phone: '+1 202 555 0100' }),
        aCustomer({ phone: `${stored}1` }),
      ]
      await target.insert({ customers: [byPhone, byMobile, other] })
      const found = await emails(`phone=${encodeURIComponent(typed)}&id=${byPhone.id}&id=${byMobile.id}&id=${other.id}`)
      expect(new Set(found)).toEqual(new Set([byPhone.email, byMobile.email]))
    })

    it('are nobody for a number without digits', async () => {
      expect(await emails('phone=none')).toEqual([])
    })
  })
})
