import { daysAgo, instantOf } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { statusChange } from '#mocks/seed/small-states.ts'

/** Accounts with dates, histories and doubles that real data brings along. */
export const accountCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'stand-ins',
      customerNumber: 'C-100120',
      firstName: 'Stan',
      lastName: 'Dinsmore',
      email: 'stan@post.example',
      lastLoginAt: '0001-01-01T00:00:00.000Z',
      lastActivityAt: '1899-12-31T23:59:59.000Z',
      lastPasswordChangeAt: '1900-01-01T00:00:00.000Z',
    },
  },
  {
    customer: {
      id: 'same-moment',
      customerNumber: 'C-100121',
      firstName: 'Simone',
      lastName: 'Samemoment',
      email: 'simone@post.example',
      status: 'inactive',
    },
    activities: [
      statusChange('active', 'blocked', 30, 'other', 'First of two in one moment'),
      statusChange('blocked', 'inactive', 30, 'accountClosure', 'Second of two in one moment'),
    ],
  },
  {
    customer: {
      id: 'no-mail',
      customerNumber: 'C-100122',
      firstName: 'Norbert',
      lastName: 'Nomail',
      phone: '+12125550130',
      lastLoginAt: daysAgo(9),
    },
  },
  {
    customer: {
      id: 'locked-out',
      customerNumber: 'C-100123',
      firstName: 'Lara',
      lastName: 'Lockedout',
      email: 'lara@post.example',
      status: 'inactive',
      accessBlocked: true,
      // Still ahead whenever somebody looks.
      lockedUntil: instantOf(Date.UTC(2040, 0, 2, 12)),
    },
    activities: [statusChange('active', 'inactive', 2, 'debtCollectionPending')],
  },
]
