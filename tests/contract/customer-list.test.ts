import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { CustomerListItem } from '#/contract/customers.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import {
  aCustomer,
  aCustomerStore,
  aMembership,
  aStaffMember,
  aStoreLocation,
  anOrganization,
} from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

type List = Page<CustomerListItem>

const lastNames = ['Álvarez', 'alvarez', 'Berg', 'Çelik', null, 'Østby']
const days = ['2025-01-01', '2025-06-30', '2026-03-15', null]
const at = (day: string | null | undefined) => (day ? `${day}T10:00:00.000Z` : null)
const organization = anOrganization()
const location = aStoreLocation()

/** Many equal keys, so that only the id decides. */
const customers: CustomerRow[] = Array.from({ length: 60 }, (_, index) => {
  const lastName = lastNames[index % 6] ?? null
  return aCustomer({
    firstName: index % 5 === 0 ? null : 'Kim',
    lastName,
    email: index % 7 === 0 ? null : `kim${index % 9}@example.org`,
    status: (['active', 'inactive', 'blocked', 'requiresApproval'] as const)[index % 4] ?? 'active',
    tier: index % 3 === 0 ? 'vip' : 'standard',
    accountType: (['registered', 'unregistered', 'guest'] as const)[index % 3] ?? 'guest',
    preferredLanguage: ['en-CA', 'fr-CA', null][index % 3] ?? null,
    countryCode: ['CA', 'US', null][index % 3] ?? null,
    registeredAt: at(days[index % 4]),
    lastLoginAt: at(days[(index + 1) % 4]),
    lastActivityAt: at(days[(index + 2) % 4]),
    lastOrderAt: at(days[(index + 3) % 4]),
    openCaseCount: index % 8 === 0 ? 2 : 0,
    scopeIds: [[], ['east'], ['west'], ['east', 'west']][index % 4] ?? [],
    sourceSystem: index % 2 === 0 ? 'shop' : null,
    externalId: index % 2 === 0 ? `x${index}` : null,
  })
})

describe.each(targets)('the list of customers on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      customers,
      organizations: [organization],
      memberships: customers
        .filter((_, index) => index % 10 === 0)
        .map((customer) => aMembership(customer, organization)),
      storeLocations: [location],
      customerStores: customers
        .filter((_, index) => index % 12 === 0)
        .map((customer) => aCustomerStore(customer, location)),
    })
  })
  afterAll(async () => target.close())

  const idsOf = async (query: string, client = admin) =>
    (await client.get<List>(`/customers?limit=200&${query}`)).body.items.map(({ id }) => id)

  async function walk(query: string, limit: number): Promise<string[]> {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await admin.get<List>(`/customers?limit=${limit}&${query}${cursor ? `&cursor=${cursor}` : ''}`)
      expect(body.items.length).toBeLessThanOrEqual(limit)
      ids.push(...body.items.map(({ id }) => id))
      cursor = body.next
    } while (cursor)
    return ids
  }

  it.each(['name', 'email', 'customerNumber', 'registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastOrderAt'])(
    'walks all pages by %s in both directions, each customer once',
    async (sort) => {
      for (const order of [sort, `-${sort}`]) {
        const all = await idsOf(`sort=${order}`)
        expect(new Set(all).size).toBe(customers.length)
        expect(await walk(`sort=${order}`, 7)).toEqual(all)
      }
    },
  )

  it('walks by relevance, and by several keys', async () => {
    for (const query of ['q=kim', 'q=berg%20-status:blocked', 'sort=-registeredAt,email']) {
      expect(await walk(query, 4)).toEqual(await idsOf(query))
    }
  })

  it('sorts by name whatever accents and case, missing values last in both directions', async () => {
    const { body } = await admin.get<List>('/customers?limit=200')
    const names = body.items.map(({ id }) => customers.find((customer) => customer.id === id)?.nameSort)
    expect(names).toEqual(names.toSorted((a = '', b = '') => (a < b ? -1 : Number(a > b))))
    for (const sort of ['registeredAt', '-registeredAt']) {
      const { items } = (await admin.get<List>(`/customers?limit=200&sort=${sort}`)).body
      const firstMissing = items.findIndex(({ registeredAt }) => registeredAt === null)
      expect(items.slice(firstMissing).every(({ registeredAt }) => registeredAt === null)).toBe(true)
    }
  })

  const some = <T>(...values: T[]) =>
    fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined })
  const filters = fc.record({
    status: some('active', 'inactive', 'blocked', 'requiresApproval'),
    tier: some('standard', 'vip'),
    accountType: some('registered', 'guest'),
    language: some('en-CA', 'fr-CA'),
    countryCode: some('CA', 'US'),
    scopeId: some('east', 'west'),
    organizationId: some(organization.id),
    storeId: some(location.id),
    hasOpenCases: some('true', 'false'),
    registeredFrom: some('2025-01-01', '2025-06-30T10:00:00Z'),
    registeredTo: some('2025-06-30', '2026-03-15T10:00:00.001Z'),
    lastLoginFrom: some('2025-06-30'),
    lastActivityTo: some('2026-01-01'),
    email: some('KIM3@example.org'),
    sourceSystem: some('shop'),
    externalId: some('x4'),
  })
  type Filters = typeof filters extends fc.Arbitrary<infer T> ? T : never
  const single = new Set(['hasOpenCases', 'registeredFrom', 'registeredTo', 'lastLoginFrom', 'lastActivityTo', 'email'])

  function model(wanted: Filters): string[] {
    const has = <T>(values: T[] | undefined, value: T | null) => !values || (value !== null && values.includes(value))
    const from = (bound: string[] | undefined, value: string | null) =>
      !bound?.[0] || (value !== null && Date.parse(value) >= Date.parse(bound[0]))
    const to = (bound: string[] | undefined, value: string | null) =>
      !bound?.[0] || (value !== null && Date.parse(value) < Date.parse(bound[0]))
    return customers
      .filter(
        (row, index) =>
          has(wanted.status, row.status) &&
          has(wanted.tier, row.tier) &&
          has<string>(wanted.accountType, row.accountType) &&
          has(wanted.language, row.preferredLanguage) &&
          has(wanted.countryCode, row.countryCode) &&
          (!wanted.scopeId || row.scopeIds.some((id) => wanted.scopeId?.some((other) => other === id))) &&
          (!wanted.organizationId || index % 10 === 0) &&
          (!wanted.storeId || index % 12 === 0) &&
          (!wanted.hasOpenCases || (wanted.hasOpenCases[0] === 'true') === row.openCaseCount > 0) &&
          from(wanted.registeredFrom, row.registeredAt) &&
          to(wanted.registeredTo, row.registeredAt) &&
          from(wanted.lastLoginFrom, row.lastLoginAt) &&
          to(wanted.lastActivityTo, row.lastActivityAt) &&
          has(
            wanted.email?.map((email) => email.toLowerCase()),
            row.email,
          ) &&
          has(wanted.sourceSystem, row.sourceSystem) &&
          has(wanted.externalId, row.externalId),
      )
      .map(({ id }) => id)
  }

  it('filters as the model does, alone and together', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (wanted) => {
        const query = new URLSearchParams()
        const used: Record<string, string[] | undefined> = {}
        for (const [name, values] of Object.entries(wanted)) {
          used[name] = single.has(name) ? values?.slice(0, 1) : values
          for (const value of used[name] ?? []) query.append(name, value)
        }
        const found = await idsOf(query.toString())
        expect(found.toSorted()).toEqual(model(used as unknown as Filters).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('counts on request', async () => {
    const { body } = await admin.get<List>('/customers?limit=1&count=true&tier=vip')
    expect(body.total).toEqual({ value: 20, relation: 'eq' })
    expect((await admin.get<List>('/customers?limit=1')).body.total).toBeUndefined()
  })

  it('reads up to a hundred by id, leaving out what is not there', async () => {
    const wanted = customers.slice(0, 55).map(({ id }) => id)
    const query = [...wanted, 'nobody'].map((id) => `id=${id}`).join('&')
    const { body } = await admin.get<List>(`/customers?${query}`)
    expect(body.items.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted())
  })

  it('refuses cursors of other lists and what is no cursor', async () => {
    const { body } = await admin.get<List>('/customers?limit=5&sort=email')
    const cursors = [
      `sort=-email&cursor=${body.next}`,
      `sort=email&tier=vip&cursor=${body.next}`,
      'cursor=abc',
      'cursor=!',
    ]
    for (const query of cursors) {
      expect(refusal(await admin.get(`/customers?${query}`))).toEqual({ status: 400, type: 'invalid-cursor' })
    }
    const [hash] = JSON.parse(atob(String(body.next).replaceAll('-', '+').replaceAll('_', '/'))) as string[]
    for (const values of [[], [1, 'x'], ['a', 1], [null, null], ['a', 'b', 'c'], [{}, 'x'], ['a\0', 'x']]) {
      const forged = btoa(JSON.stringify([hash, ...values]))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
      expect(refusal(await admin.get(`/customers?sort=email&cursor=${forged}`)).type).toBe('invalid-cursor')
    }
  })

  it('names every parameter that is unknown, repeated or malformed', async () => {
    for (const [query, errors] of [
      ['limit=0', ['limit: too-small']],
      ['limit=201', ['limit: too-big']],
      ['limit=ten', ['limit: wrong-type']],
      ['color=red&status=gone', ['status: not-allowed', 'color: unrecognized']],
      ['sort=shoeSize', ['sort: invalid-format']],
      ['sort=-relevance', ['sort: not-allowed']],
      ['email=a&email=b', ['email: repeated']],
      ['registeredFrom=yesterday', ['registeredFrom: invalid']],
      [`q=${'x'.repeat(201)}`, ['q: too-long']],
    ] as const) {
      expect(refusal(await admin.get(`/customers?${query}`))).toEqual({
        status: 400,
        type: 'invalid-parameter',
        errors,
      })
    }
  })

  it('shows the customers of the person’s scopes and of none', async () => {
    const client = target.as(aStaffMember({ username: 'east only', roles: ['customerService'], scopeIds: ['east'] }))
    const visible = customers.filter(({ scopeIds }) => scopeIds.length === 0 || scopeIds.includes('east'))
    expect((await idsOf('', client)).toSorted()).toEqual(visible.map(({ id }) => id).toSorted())
    expect(await idsOf(customers.map(({ id }) => `id=${id}`).join('&'), client)).toHaveLength(visible.length)
  })
})
