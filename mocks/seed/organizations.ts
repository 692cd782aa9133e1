import { foldText } from '#/contract/fold-text.ts'
import { serviceActor } from '#mocks/seed/actors.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import { postalAddress } from '#mocks/seed/places.ts'
import type { OrganizationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

function anOrganization(spec: Pick<OrganizationRow, 'id' | 'name'> & Partial<OrganizationRow>): OrganizationRow {
  const row = {
    ...entityOf(spec.id, daysAgo(1100), serviceActor),
    number: null,
    managerName: null,
    phone: null,
    phoneExt: null,
    email: null,
    fax: null,
    description: null,
    active: true,
    addresses: [],
    ...spec,
  }
  return { ...row, nameSort: foldText(row.name), searchText: searchTextOf([row.name, row.number, row.managerName]) }
}

export const organizationRows: readonly OrganizationRow[] = [
  anOrganization({
    id: 'northwind',
    number: 'ORG-0001',
    name: 'Northwind Coffee Roasters',
    managerName: 'Jill Hart',
    phone: '+12125550170',
    phoneExt: '12',
    email: 'office@northwind.example',
    fax: '+12125550171',
    description: 'Buys green coffee and machines for eleven cafés.',
    addresses: [postalAddress('us', '350 Fifth Avenue', 'New York', 'US-NY', '10118', { companyName: 'Northwind' })],
  }),
  anOrganization({
    id: 'teehaus',
    number: 'ORG-0002',
    name: 'Teehaus Grünwald GmbH & Co. KG',
    managerName: 'Dr. Käthe Groß',
    phone: '+493023125001',
    email: 'einkauf@teehaus.example',
    addresses: [
      postalAddress('de', 'Kantstraße 148', 'Berlin', 'DE-BE', '10623'),
      postalAddress('de', 'Leopoldstraße 9', 'München', 'DE-BY', '80802'),
    ],
  }),
  anOrganization({ id: 'no-number', name: 'Friends of the Library', managerName: 'Pat Quinn', phone: '+442079460010' }),
  anOrganization({ id: 'no-address', number: 'ORG-0004', name: 'Harbour Rowing Club', managerName: 'Ines Okafor' }),
  anOrganization({ id: 'no-manager', number: 'ORG-0005', name: 'Lycée Saint-Exupéry' }),
  anOrganization({
    id: 'closed-org',
    number: 'ORG-0006',
    name: 'Blue Lantern Hotels (closed)',
    managerName: 'Theo Brandt',
    phone: '+442079460055',
    active: false,
  }),
  anOrganization({
    id: 'html-org',
    number: '000007',
    name: '<b>Bold & Sons</b>',
    managerName: "O'Malley",
    description: 'A name that looks like markup, and a number with leading zeros.',
  }),
  anOrganization({
    id: 'tanaka-kk',
    number: 'ORG-0008',
    name: '田中商店株式会社',
    managerName: '田中 恵',
    phone: '+81355500108',
    addresses: [postalAddress('jp', '神南1-2-3', '渋谷区', 'JP-13', '150-0041')],
  }),
  anOrganization({ id: 'bare-org', name: 'Nothing known' }),
  anOrganization({
    id: 'bakery-north',
    number: 'ORG-0009',
    name: 'Corner Bakery',
    addresses: [postalAddress('us', '2 North Street', 'Salem', 'US-MA', '01970')],
  }),
  anOrganization({
    id: 'bakery-south',
    number: 'ORG-0010',
    name: 'Corner Bakery',
    addresses: [postalAddress('us', '9 South Street', 'Boston', 'US-MA', '02108')],
  }),
]

const byId = new Map(organizationRows.map((row) => [row.id, row]))

/** The names that a membership repeats. */
export function organizationNames(id: string) {
  const row = byId.get(id)
  return { organizationName: row?.name ?? id, organizationNumber: row?.number ?? null }
}
