import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { CustomerListItem } from '#/contract/customers.ts'
import type { Problem } from '#/contract/problem.ts'
import type { AddressRow, CustomerRow } from '#server/store/rows.ts'
import {
  aCustomer,
  aCustomerStore,
  aMembership,
  aStaffMember,
  aStoreLocation,
  anAddress,
  anOrder,
  anOrganization,
} from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const at = (day: string) => `${day}T10:00:00.000Z`

function placed(over: Partial<CustomerRow>, place: Partial<AddressRow>): [CustomerRow, AddressRow] {
  const { id } = aCustomer()
  const address = anAddress({ ...place, customerId: id })
  return [aCustomer({ ...over, id }, [address]), address]
}

const [anna, annaHome] = placed(
  {
    customerNumber: 'C-1007',
    firstName: 'Anna',
    lastName: 'Müller',
    email: 'anna@example.org',
    phone: '+1 (514) 555-0123',
    mobile: '438.555.0199',
    preferredLanguage: 'fr-CA',
    registeredAt: at('2025-01-31'),
    lastLoginAt: at('2024-05-01'),
  },
  { city: 'Montréal', postalCode: 'H2X 1Y4' },
)
const [jean, jeanHome] = placed(
  {
    firstName: 'Jean-Luc',
    lastName: "O'Brien",
    email: null,
    tier: 'vip',
    status: 'blocked',
    registeredAt: at('2026-02-01'),
  },
  { city: 'Boston', countryCode: 'US', regionCode: 'US-MA', postalCode: '02108' },
)
const [mulder, mulderHome] = placed(
  {
    firstName: 'Fox',
    lastName: 'Mulder',
    email: 'fox@anna.example',
    accountType: 'guest',
    phone: '514 555 0123',
    registeredAt: null,
  },
  { city: 'Lévis', postalCode: 'G6V 1A1' },
)
const [company, companyHome] = placed(
  {
    firstName: null,
    lastName: null,
    companyName: 'Strauß & Søn 100%',
    email: 'office@strauss.example',
    scopeIds: ['east'],
  },
  { city: 'Québec', postalCode: null },
)
const customers = [anna, jean, mulder, company]
const names = new Map([
  [anna.id, 'anna'],
  [jean.id, 'jean'],
  [mulder.id, 'mulder'],
  [company.id, 'company'],
])
const contoso = anOrganization({ name: 'Contoso Ltd', number: 'ORG-7' })
const harbour = aStoreLocation({ name: 'Harbour', number: 'S-12' })

describe.each(targets)('searching customers on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      customers,
      addresses: [annaHome, jeanHome, mulderHome, companyHome],
      organizations: [contoso],
      memberships: [aMembership(jean, contoso)],
      storeLocations: [harbour],
      customerStores: [aCustomerStore(mulder, harbour)],
      orders: [anOrder(anna, { number: '0042-A', scopeId: 'east' })],
    })
  })
  afterAll(async () => target.close())

  const search = async (q: string, client = admin) => {
    const { body } = await client.get<Page<CustomerListItem>>(`/customers?${new URLSearchParams({ q }).toString()}`)
    return body.items
  }
  const found = async (q: string, client = admin) => (await search(q, client)).map(({ id }) => names.get(id) ?? id)

  it.each<[string, string[]]>([
    ['muller', ['anna']],
    ['MÜLLER anna', ['anna']],
    ['"anna müller"', ['anna']],
    ['"müller anna"', ['anna']],
    ['Müller, Anna', ['anna']],
    ['"anna example"', ['anna', 'mulder']],
    ['anna@example', ['anna']],
    ['o’brien', ['jean']],
    ['mul', ['mulder', 'anna']],
    ['mu', ['mulder', 'anna']],
    ['ul', []],
    ['ller', ['anna']],
    ['mül*', ['mulder', 'anna']],
    ['ller*', []],
    ['jean-luc', ['jean']],
    ['"jean luc"', ['jean']],
    ["o'brien", ['jean']],
    ['strauss', ['company']],
    ['son', ['company']],
    ['100%', ['company']],
    ['anna -fox', ['anna']],
    ['-anna', ['company', 'jean']],
    ['(514) 555-0123', ['mulder', 'anna']],
    ['4385550199', ['anna']],
    ['H2X 1Y4', ['anna']],
    ['c-1007', ['anna']],
    ['a_na', []],
    ['\\', []],
    ['email:ANNA@example.org', ['anna']],
    ['email:anna', []],
    ['email:anna*', ['anna']],
    ['phone:0123', ['mulder', 'anna']],
    ['phone:+1(514)5550123', ['anna']],
    ['phone:438*', ['anna']],
    ['number:c-1007', ['anna']],
    ['number:C-10*', ['anna']],
    ['status:blocked', ['jean']],
    ['-status:active', ['jean']],
    ['-status:act* -tier:standard', ['jean']],
    ['-type:guest -type:unreg* tier:vip', ['jean']],
    ['@', []],
    ['tier:vip', ['jean']],
    ['type:guest', ['mulder']],
    ['lang:fr-ca', ['anna']],
    ['lang:fr*', ['anna']],
    ['city:montreal', ['anna']],
    ['city:"québec"', ['company']],
    ['city:l*', ['mulder']],
    ['postal:h2x1y4', ['anna']],
    ['postal:02108', ['jean']],
    ['postal:g6v*', ['mulder']],
    ['country:us', ['jean']],
    ['org:"contoso ltd"', ['jean']],
    ['org:cont*', ['jean']],
    ['org:org-7', ['jean']],
    ['store:harbour', ['mulder']],
    ['store:s-12', ['mulder']],
    ['order:0042-a', ['anna']],
    ['order:42-a', []],
    ['registered:2025-01-31', ['anna']],
    ['registered:>=2026-01-06', ['jean']],
    ['registered:2025-01-01..2026-01-05', ['company', 'anna']],
    ['registered:never', ['mulder']],
    ['lastLogin:<2024-07-01', ['anna']],
    ['-lastLogin:never', ['anna']],
    ['country:CA -city:montreal tier:standard', ['company', 'mulder']],
  ])('finds by %s', async (q, expected) => {
    expect((await found(q)).toSorted()).toEqual(expected.toSorted())
  })

  it('puts exact number, email or phone first, then the beginning of the last name', async () => {
    expect(await found('anna@example.org')).toEqual(['anna'])
    expect(await found('514 555 0123')).toEqual(['mulder', 'anna'])
    expect(await found('mul')).toEqual(['mulder', 'anna'])
    expect(await found('example')).toEqual(['mulder', 'anna', 'company'].toSorted((a, b) => sortName(a) - sortName(b)))
  })
  const sortName = (name: string) => ['mulder', 'anna', 'company'].indexOf(name)

  it.each<[string, CustomerListItem['match']]>([
    ['muller', { field: 'name', value: 'Anna Müller' }],
    ['anna@example', { field: 'email', value: 'anna@example.org' }],
    ['4385550199', { field: 'phone', value: '438.555.0199' }],
    ['phone:0199', { field: 'phone', value: '438.555.0199' }],
    ['c-1007', { field: 'number', value: 'C-1007' }],
    ['h2x', { field: 'postalCode', value: 'H2X 1Y4' }],
    ['order:0042-a', { field: 'order', value: '0042-A' }],
    ['lang:fr*', undefined],
  ])('says which field %s was found in', async (q, match) => {
    const [item] = await search(q)
    expect(item?.match).toEqual(match)
  })

  it.each<[string, string, number]>([
    ['anna colour:red', 'unknown-field', 5],
    ['status:gone', 'broken-value', 0],
    ['registered:soon', 'broken-value', 0],
    ['phone:abc', 'broken-value', 0],
    ['country:canada', 'broken-value', 0],
    ['a b c d e f g h i j k', 'too-many-terms', 20],
  ])('says where it cannot read %s', async (q, code, offset) => {
    const { status, body } = await admin.get<Problem>(`/customers?${new URLSearchParams({ q }).toString()}`)
    expect([status, body.errors?.[0]]).toMatchObject([400, { parameter: 'q', code, offset }])
  })

  it('finds nothing through orders and customers of other scopes', async () => {
    const client = target.as(aStaffMember({ username: 'west', scopeIds: ['west'] }))
    expect(await found('order:0042-a', client)).toEqual([])
    expect(await found('strauss', client)).toEqual([])
  })
})
