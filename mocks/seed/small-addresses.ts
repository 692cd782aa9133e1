import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

/** Address books as imports leave them behind. */
export const addressCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'twice-pref',
      customerNumber: 'C-100701',
      firstName: 'Dora',
      lastName: 'Doubleflag',
      email: 'dora@post.example',
    },
    addresses: [
      { ...postalAddress('us', '1 Old Road', 'Dayton', 'US-OH', '45402'), name: 'Old', isPreferredBilling: true },
      {
        ...postalAddress('us', '2 New Road', 'Dayton', 'US-OH', '45402'),
        name: 'New',
        isPreferredBilling: true,
        isPreferredShipping: true,
      },
    ],
  },
  {
    customer: {
      id: 'regions',
      customerNumber: 'C-100702',
      firstName: 'Regina',
      lastName: 'Regions',
      email: 'regina@post.example',
    },
    addresses: [
      { ...postalAddress('ca', '1 Rue Whole', 'Québec', 'CA-QC', 'G1A 0A2'), name: 'Whole code' },
      { ...postalAddress('ca', '2 Rue Short', 'Québec', 'QC', 'G1A 0A2'), name: 'Short code' },
      { ...postalAddress('ca', '3 Rue Unknown', 'Québec', 'CA-ZZ', 'G1A 0A2'), name: 'Unknown code' },
      { ...postalAddress('de', '4 Gasse', 'Berlin', 'DE-BE', '10117'), name: 'Named' },
    ],
  },
]
