import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer } from '#/contract/customers.ts'
import type { Problem } from '#/contract/problem.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer, aScope, anAddress, anOrder } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('one customer on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({ scopes: [aScope({ id: 'global' })] })
  })
  afterAll(async () => target.close())

  async function stored(over: Partial<CustomerRow> = {}): Promise<CustomerRow> {
    const customer = aCustomer(over)
    await target.insert({ customers: [customer] })
    return customer
  }
  const activitiesOf = async (customerId: string) =>
    (await target.store.find('activities', { where: { op: 'in', field: 'customerId', values: [customerId] } })).rows

  it('shows the account with the last order, and never the PIN', async () => {
    const customer = aCustomer({ pin: '4711' })
    const order = anOrder(customer, { currency: null, totalMinor: 990 })
    await target.insert({
      customers: [{ ...customer, lastOrderId: order.id, lastOrderAt: order.createdAt }],
      orders: [order],
    })
    const { body } = await admin.get<Customer>(`/customers/${customer.id}`)
    expect(body).toMatchObject({
      hasPin: true,
      lastOrder: { id: order.id, total: { amountMinor: 990, currency: 'CAD' } },
    })
    expect(JSON.stringify(body)).not.toContain('4711')
    expect(JSON.stringify(body)).not.toContain('searchText')
  })

  it('answers 304 while the version is the one at hand', async () => {
    const { id } = await stored()
    const { headers } = await admin.get(`/customers/${id}`)
    const etag = headers.get('etag') ?? ''
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await admin.get(`/customers/${id}`, { 'If-None-Match': tag })
      expect([again.status, again.body]).toEqual([304, undefined])
    }
    expect((await admin.get(`/customers/${id}`, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it('changes what the patch names, clears what it nulls and leaves the rest', async () => {
    const { id, etag } = (await admin.get<Customer>(`/customers/${(await stored({ title: 'Dr', mobile: '1' })).id}`))
      .body
    const { body } = await admin.patch<Customer>(
      `/customers/${id}`,
      { title: null, firstName: ' Grace ' },
      { ifMatch: etag },
    )
    expect(body).toMatchObject({ title: null, firstName: 'Grace', lastName: 'Park', mobile: '1', etag: '"2"' })
    expect(body.updatedBy).toMatchObject({ type: 'staff', displayName: 'systemAdministrator' })
    expect(body.updatedAt).toBe('2026-11-22T12:00:00.000Z')
    expect((await admin.get<Customer>(`/customers/${id}`)).body).toEqual(body)

    const [activity, ...others] = await activitiesOf(id)
    expect(others).toEqual([])
    expect(activity).toMatchObject({
      kind: 'detailsChanged',
      group: 'account',
      actor: { type: 'staff', displayName: 'systemAdministrator' },
      changes: [
        { field: 'firstName', from: 'Ada', to: 'Grace' },
        { field: 'title', from: 'Dr', to: null },
      ],
    })
  })

  it('keeps version and activities when nothing changes', async () => {
    const { id } = await stored()
    const { body } = await admin.patch<Customer>(
      `/customers/${id}`,
      { firstName: 'Ada', title: null },
      { ifMatch: '"1"' },
    )
    expect(body.etag).toBe('"1"')
    expect(await activitiesOf(id)).toEqual([])
  })

  it('finds a customer under its new name at once, its orders too', async () => {
    const customer = await stored()
    const order = anOrder(customer)
    await target.insert({ orders: [order] })
    await admin.patch(`/customers/${customer.id}`, { lastName: 'Ångström' }, { ifMatch: '*' })
    for (const path of ['/customers', '/orders']) {
      const { body } = await admin.get<{ items: { id: string }[] }>(`${path}?q=angstrom`)
      expect(body.items.map(({ id }) => id)).toEqual([path === '/orders' ? order.id : customer.id])
    }
  })

  it('lets one of many win who start from the same version, and shows the others what it became', async () => {
    const { id } = await stored()
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        admin.patch(`/customers/${id}`, { title: `T${index}` }, { ifMatch: '"1"' }),
      ),
    )
    const winners = answers.filter(({ status }) => status === 200)
    const losers = answers.filter(({ status }) => status === 412)
    expect([winners.length, losers.length]).toEqual([1, 7])
    const { body: current } = await admin.get<Customer>(`/customers/${id}`)
    expect(current).toEqual(winners[0]?.body)
    for (const { body } of losers) expect([body.current, body.currentEtag]).toEqual([current, current.etag])
    expect(await activitiesOf(id)).toHaveLength(1)
  })

  it('needs If-Match, and takes * for whatever version', async () => {
    const { id } = await stored()
    expect(refusal(await admin.patch(`/customers/${id}`, { title: 'x' }))).toEqual({
      status: 428,
      type: 'precondition-required',
    })
    expect((await admin.patch(`/customers/${id}`, { title: 'x' }, { ifMatch: '*' })).status).toBe(200)
    expect((await admin.patch(`/customers/${id}`, { title: 'y' }, { ifMatch: '"7", "2"' })).status).toBe(200)
    expect((await admin.patch(`/customers/${id}`, { title: 'z' }, { ifMatch: 'W/"3"' })).status).toBe(412)
  })

  it.each<[string, unknown, string[]]>([
    [
      'unknown and fixed members',
      { shoeSize: 4, status: 'blocked', customerNumber: '1' },
      ['/shoeSize: unrecognized', '/status: unrecognized', '/customerNumber: unrecognized'],
    ],
    ['empty texts', { title: '', firstName: '  ' }, ['/firstName: too-short', '/title: too-short']],
    ['wrong types', { title: 5, tier: null }, ['/title: wrong-type', '/tier: not-allowed']],
    ['something else than an object', ['title'], [': wrong-type']],
    ['no email', { email: 'ada' }, ['/email: invalid-format']],
    ['a gap in what registered customers need', { email: null }, ['/email: required']],
    ['an extension without its number', { workPhoneExt: '12' }, ['/workPhoneExt: needs-number']],
    ['a card number', { displayName: 'card 4111 1111-1111 1111' }, ['/displayName: card-number']],
    ['text that no database holds', { title: 'a\0b' }, ['/title: invalid-text']],
  ])('refuses %s', async (_name, patch, errors) => {
    const { id } = await stored()
    expect(refusal(await admin.patch(`/customers/${id}`, patch, { ifMatch: '*' }))).toEqual({
      status: 422,
      type: 'validation',
      errors,
    })
    expect(await activitiesOf(id)).toEqual([])
  })

  it('does not hold gaps of imported data against an unrelated change', async () => {
    const { id } = await stored({ email: null, lastName: null, phoneExt: '7' })
    expect((await admin.patch(`/customers/${id}`, { title: 'Dr' }, { ifMatch: '*' })).status).toBe(200)
    expect(refusal(await admin.patch(`/customers/${id}`, { firstName: 'Bo' }, { ifMatch: '*' })).errors).toEqual([
      '/lastName: required',
      '/email: required',
    ])
    expect(
      (await admin.patch(`/customers/${id}`, { accountType: 'guest', firstName: 'Bo' }, { ifMatch: '*' })).status,
    ).toBe(200)
    expect(refusal(await admin.patch(`/customers/${id}`, { accountType: 'registered' }, { ifMatch: '*' })).status).toBe(
      422,
    )
  })

  it('names the field of a value that another customer has', async () => {
    const taken = await stored({ username: 'ada' })
    const { id } = await stored()
    const { status, body } = await admin.patch<Problem>(`/customers/${id}`, { username: 'ada' }, { ifMatch: '*' })
    expect([status, body.type, body.field, body.conflictingId]).toEqual([
      409,
      '/problems/duplicate',
      'username',
      taken.id,
    ])
  })

  it('takes no changes of an anonymised customer', async () => {
    const customer = await stored({ anonymizedAt: '2026-01-01T00:00:00.000Z' })
    const address = anAddress({ customerId: customer.id })
    await target.insert({ addresses: [address] })
    for (const answer of [
      await admin.patch(`/customers/${customer.id}`, { title: 'x' }, { ifMatch: '*' }),
      await admin.remove(`/customers/${customer.id}/addresses/${address.id}`, { ifMatch: '*' }),
      await admin.patch(`/customers/${customer.id}/attributes`, { values: {} }, { ifMatch: '*' }),
    ]) {
      expect(refusal(answer)).toEqual({ status: 403, type: 'anonymized-record' })
    }
    expect((await admin.get(`/customers/${customer.id}`)).status).toBe(200)
  })
})
