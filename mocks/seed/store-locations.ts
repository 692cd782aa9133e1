import { foldText } from '#/contract/fold-text.ts'
import { serviceActor } from '#mocks/seed/actors.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import { postalAddress } from '#mocks/seed/places.ts'
import type { StoreLocationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

function aStore(spec: Pick<StoreLocationRow, 'id' | 'number' | 'name'> & Partial<StoreLocationRow>): StoreLocationRow {
  const row = {
    ...entityOf(spec.id, daysAgo(1500), serviceActor),
    kind: 'physical' as const,
    address: null,
    phone: null,
    phoneExt: null,
    email: null,
    managerName: null,
    active: true,
    operating: { available: true, reason: null, until: null },
    supports: ['pickup', 'delivery'] as StoreLocationRow['supports'],
    ...spec,
  }
  return {
    ...row,
    nameSort: foldText(row.name),
    searchText: searchTextOf([row.name, row.number, row.address?.city ?? null]),
  }
}

export const storeLocationRows: readonly StoreLocationRow[] = [
  aStore({
    id: 'fifth-avenue',
    number: '1001',
    name: 'Fifth Avenue',
    address: postalAddress('us', '590 Fifth Avenue', 'New York', 'US-NY', '10036'),
    phone: '+12125550101',
    phoneExt: '3',
    email: 'fifth.avenue@shop.example',
    managerName: 'Dana Cole',
    supports: ['pickup', 'delivery', 'shipToStore'],
  }),
  aStore({
    id: 'saint-denis',
    number: '1002',
    name: 'Rue Saint-Denis',
    address: postalAddress('ca', '4119 Rue Saint-Denis', 'Montréal', 'CA-QC', 'H2W 2M7'),
    phone: '+15145550102',
    managerName: 'Élodie Tremblay',
  }),
  aStore({
    id: 'kantstrasse',
    number: '2001',
    name: 'Kantstraße',
    address: postalAddress('de', 'Kantstraße 21', 'Berlin', 'DE-BE', '10623'),
    phone: '+493023125020',
    managerName: 'Jürgen Weiß',
  }),
  aStore({
    id: 'covent-garden',
    number: '2002',
    name: 'Covent Garden',
    address: postalAddress('gb', '12 Neal Street', 'London', null, 'WC2H 9LY'),
    phone: '+442079460102',
    operating: { available: false, reason: 'Refurbishment of the ground floor', until: daysAgo(-21) },
  }),
  aStore({
    id: 'flooded',
    number: '2003',
    name: 'Vieux-Port',
    address: postalAddress('fr', '3 Quai du Port', 'Marseille', 'FR-PAC', '13002'),
    phone: '+33199001020',
    operating: { available: false, reason: 'Water damage, reopening not known yet', until: null },
  }),
  aStore({
    id: 'shibuya',
    number: '3001',
    name: '渋谷店',
    address: postalAddress('jp', '道玄坂2-1-1', '渋谷区', 'JP-13', '150-0043'),
    phone: '+81355500130',
    supports: ['pickup', 'shipping'],
  }),
  aStore({
    id: 'old-mill',
    number: '0007',
    name: 'Old Mill (closed for good)',
    address: postalAddress('us', '1 Mill Road', 'Albany', 'US-NY', '12207'),
    phone: '+15185550107',
    active: false,
    operating: { available: false, reason: 'Permanently closed', until: null },
  }),
  aStore({ id: 'pop-up', number: '9001', name: 'Pop-up without address' }),
  aStore({ id: 'online', number: '9999', name: 'Online shop', kind: 'virtual', supports: ['shipping'] }),
]
