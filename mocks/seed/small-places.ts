import { daysAgo } from '#mocks/seed/clock.ts'
import type { AddressSpec, CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

const abroad: readonly AddressSpec[] = [
  { ...postalAddress('us', '1600 Amphitheatre Pkwy', 'Mountain View', 'US-CA', '94043'), name: 'United States' },
  { ...postalAddress('gb', '221B Baker Street', 'London', null, 'NW1 6XE'), name: 'United Kingdom' },
  { ...postalAddress('de', 'Unter den Linden 77', 'Berlin', 'DE-BE', '10117'), name: 'Germany' },
  { ...postalAddress('fr', '5 Avenue Anatole France', 'Paris', 'FR-IDF', '75007'), name: 'France' },
  { ...postalAddress('jp', '丸の内1-9-1', '千代田区', 'JP-13', '100-0005'), name: 'Japan' },
  { ...postalAddress('cn', '长安街1号', '北京市', 'CN-BJ', '100005'), name: 'China' },
  { ...postalAddress('br', 'Avenida Paulista 1578', 'São Paulo', 'BR-SP', '01310-200'), name: 'Brazil' },
  { ...postalAddress('hu', 'Andrássy út 22', 'Budapest', null, '1061'), name: 'Hungary' },
  { ...postalAddress('hk', "8 Queen's Road Central", 'Hong Kong', null, null), name: 'Without postal code or region' },
  { ...postalAddress('ca', '301 Front Street West', 'Toronto', 'ON', 'M5V 2T6'), name: 'Region without country' },
  { ...postalAddress('xk', 'Bulevardi Nënë Tereza 1', 'Prishtinë', null, '10000'), name: 'Country outside the list' },
  {
    ...postalAddress('ch', 'Bahnhofstrasse 1', 'Zürich', 'CH-ZH', '8001', {
      postbox: 'Postfach 12',
      line2: '3. Stock',
    }),
    name: 'With everything',
    phone: '+12125550140',
    phoneExt: '77',
    email: 'reception@post.example',
    notes: 'Ring twice.\nThe dog is friendly, the cat is not.',
    latitude: 47.3769,
    longitude: 8.5417,
    isBusiness: true,
    vatNumber: 'CHE-123.456.788',
    companyName: 'Uhren & Söhne AG',
  },
]

const fifty = Array.from({ length: 50 }, (_, index): AddressSpec => ({
  ...postalAddress('us', `${100 + index} Depot Road`, 'Springfield', 'US-IL', String(62_701 + index)),
  name: `Depot ${index + 1}`,
  createdAt: daysAgo(300 - index),
  isPreferredShipping: index === 7,
}))

/** Address books, organizations and stores at their limits. */
export const placeCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'globe',
      customerNumber: 'C-100201',
      firstName: 'Gloria',
      lastName: 'Globetrotter',
      email: 'g@post.example',
    },
    addresses: abroad,
  },
  {
    customer: {
      id: 'fifty',
      customerNumber: 'C-100202',
      firstName: 'Frank',
      lastName: 'Fifty',
      email: 'fifty@post.example',
    },
    addresses: fifty,
  },
  {
    customer: {
      id: 'two-homes',
      customerNumber: 'C-100203',
      firstName: 'Tess',
      lastName: 'Twohomes',
      email: 'tess@post.example',
    },
    addresses: [
      { ...postalAddress('us', '5 Bill Street', 'Boston', 'US-MA', '02108'), name: 'Bills', isPreferredBilling: true },
      {
        ...postalAddress('us', '7 Ship Street', 'Salem', 'US-MA', '01970'),
        name: 'Parcels',
        isPreferredShipping: true,
      },
    ],
  },
  {
    customer: {
      id: 'no-pref',
      customerNumber: 'C-100204',
      firstName: 'Norbert',
      lastName: 'Nopreference',
      email: 'n@post.example',
    },
    addresses: [
      postalAddress('us', '9 Unnamed Road', 'Dayton', 'US-OH', '45402'),
      { ...postalAddress('us', '10 Unnamed Road', 'Dayton', 'US-OH', '45402'), deletedAt: daysAgo(0, 90) },
    ],
  },
  {
    customer: {
      id: 'member',
      customerNumber: 'C-100205',
      firstName: 'Mara',
      lastName: 'Manymember',
      email: 'mara@post.example',
      workPhone: '+12125550150',
    },
    organizations: [
      { id: 'northwind', memberSince: daysAgo(700) },
      { id: 'teehaus', memberSince: daysAgo(650) },
      { id: 'no-number' },
      { id: 'no-address' },
      { id: 'no-manager', memberSince: daysAgo(5) },
      { id: 'closed-org', memberSince: daysAgo(900) },
      { id: 'html-org' },
    ],
  },
  {
    customer: {
      id: 'shopper',
      customerNumber: 'C-100206',
      firstName: 'Sally',
      lastName: 'Shopper',
      email: 'sally@post.example',
      preferredStoreId: 'fifth-avenue',
    },
    stores: [
      { id: 'fifth-avenue', orderCount: 41, lastUsedAt: daysAgo(2) },
      { id: 'saint-denis', orderCount: 41, lastUsedAt: daysAgo(200) },
      { id: 'covent-garden', orderCount: 7, lastUsedAt: daysAgo(60) },
      { id: 'flooded', orderCount: 3, lastUsedAt: daysAgo(400) },
      { id: 'old-mill', orderCount: 12, lastUsedAt: daysAgo(1200) },
      { id: 'pop-up', orderCount: 1 },
      { id: 'online', orderCount: 88, lastUsedAt: daysAgo(1) },
      { id: 'shibuya' },
    ],
  },
  {
    customer: {
      id: 'lost-store',
      customerNumber: 'C-100207',
      firstName: 'Leo',
      lastName: 'Loststore',
      email: 'leo@post.example',
      preferredStoreId: 'old-mill',
    },
    stores: [{ id: 'fifth-avenue', orderCount: 2, lastUsedAt: daysAgo(50) }],
  },
  {
    customer: {
      id: 'org-gaps',
      customerNumber: 'C-100208',
      firstName: 'Olga',
      lastName: 'Organized',
      email: 'olga@post.example',
    },
    organizations: [
      { id: 'bare-org' },
      { id: 'closed-org', memberSince: daysAgo(40) },
      { id: 'bakery-north', memberSince: daysAgo(30) },
    ],
  },
]
