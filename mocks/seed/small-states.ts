import { apiActor, importerActor, serviceActor, systemActor } from '#mocks/seed/actors.ts'
import { goods } from '#mocks/seed/catalogue.ts'
import { daysAgo, instantOf } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

export function statusChange(
  from: string,
  to: string,
  days: number,
  reason: string | null,
  comment: string | null = null,
) {
  return {
    kind: 'statusChanged',
    group: 'status',
    at: daysAgo(days),
    actor: serviceActor,
    changes: [{ field: 'status', from, to }],
    data: { reason, comment },
  }
}

/** Every status, lock, tier and account type. */
export const stateCases: readonly CustomerSpec[] = [
  { customer: { id: 'no-contact', customerNumber: 'C-100101', firstName: 'Nemo', lastName: 'Nobody' } },
  {
    customer: {
      id: 'never',
      customerNumber: 'C-100102',
      firstName: 'Nina',
      lastName: 'Neverlogged',
      email: 'nina@post.example',
      registeredAt: null,
    },
  },
  {
    customer: {
      id: 'locked',
      customerNumber: 'C-100103',
      firstName: 'Louis',
      lastName: 'Lockwood',
      email: 'louis.lockwood@post.example',
      lockedUntil: daysAgo(0, -45),
      lastLoginAt: daysAgo(2),
    },
    activities: [
      {
        kind: 'accountLocked',
        group: 'status',
        at: daysAgo(0, 15),
        actor: systemActor,
        changes: [{ field: 'lockedUntil', from: null, to: daysAgo(0, -45) }],
        data: { attempts: 5 },
      },
    ],
  },
  {
    customer: {
      id: 'locked-long',
      customerNumber: 'C-100104',
      firstName: 'Lucia',
      lastName: 'Longlock',
      email: 'lucia@post.example',
      lockedUntil: instantOf(Date.UTC(2040, 0, 1)),
    },
  },
  {
    customer: {
      id: 'lock-over',
      customerNumber: 'C-100105',
      firstName: 'Omar',
      lastName: 'Overlock',
      email: 'omar@post.example',
      lockedUntil: daysAgo(1),
    },
  },
  {
    customer: {
      id: 'no-access',
      customerNumber: 'C-100106',
      firstName: 'Abel',
      lastName: 'Accessblock',
      email: 'abel@post.example',
      accessBlocked: true,
    },
  },
  {
    customer: {
      id: 'no-ads',
      customerNumber: 'C-100107',
      firstName: 'Petra',
      lastName: 'Processing',
      email: 'petra@post.example',
      processingBlocked: true,
      marketingConsents: [{ channel: 'email', granted: false, at: null }],
    },
  },
  {
    customer: {
      id: 'blocked',
      customerNumber: 'C-100108',
      firstName: 'Boris',
      lastName: 'Blocked',
      email: 'boris@post.example',
      phone: '+442079460120',
      status: 'blocked',
    },
    activities: [
      statusChange('active', 'inactive', 60, 'other', 'Asked for a break over the summer'),
      statusChange('inactive', 'active', 40, null),
      statusChange('active', 'blocked', 8, 'nonPayment'),
    ],
  },
  {
    customer: {
      id: 'inactive',
      customerNumber: 'C-100109',
      firstName: 'Ingrid',
      lastName: 'Inactive',
      email: 'ingrid@post.example',
      status: 'inactive',
    },
    activities: [statusChange('active', 'inactive', 100, 'accountClosure')],
  },
  {
    customer: {
      id: 'approval',
      customerNumber: 'C-100110',
      firstName: 'Arthur',
      lastName: 'Approval',
      email: 'arthur@post.example',
      status: 'requiresApproval',
      registrationSource: 'partner-portal',
    },
  },
  {
    customer: {
      id: 'anonymous',
      customerNumber: 'C-100111',
      firstName: 'Anonymised',
      lastName: 'C-100111',
      status: 'inactive',
      username: null,
      anonymizedAt: daysAgo(33),
      preferredLanguage: null,
      processingBlocked: true,
    },
    orders: [{ number: 'W-20240077', daysAgo: 800, scopeId: 'us', lines: goods(['HON-FOR-250', 2]) }],
  },
  {
    customer: {
      id: 'walk-in',
      customerNumber: 'C-100112',
      firstName: 'Uma',
      lastName: 'Unregistered',
      accountType: 'unregistered',
      phone: '+12125550130',
      registrationSource: 'callCentre',
      preferredLanguage: null,
      createdBy: importerActor,
      sourceSystem: 'legacy-crm',
      externalId: '000123',
      importHash: 'seed',
    },
  },
  {
    customer: {
      id: 'guest',
      customerNumber: 'C-100113',
      firstName: 'Gus',
      lastName: 'Guest',
      email: 'gus@post.example',
      accountType: 'guest',
      registeredAt: null,
      registrationSource: null,
    },
  },
  { customer: { id: 'number-only', customerNumber: '000042', accountType: 'unregistered', preferredLanguage: null } },
  {
    customer: {
      id: 'vip',
      customerNumber: 'C-100115',
      firstName: 'Vera',
      lastName: 'Vipond',
      email: 'vera@post.example',
      phone: '+61255500110',
      mobile: '+61491570156',
      tier: 'vip',
      isRecurringBuyer: true,
      preferredLanguage: 'en-AU',
      scopeIds: ['au'],
    },
    addresses: [{ ...postalAddress('au', '48 Pirrama Road', 'Pyrmont', 'AU-NSW', '2009'), isPreferredBilling: true }],
  },
  {
    customer: {
      id: 'klingon',
      customerNumber: 'C-100116',
      firstName: 'Kurn',
      lastName: "D'Ghor",
      email: 'kurn@post.example',
      preferredLanguage: 'tlh',
    },
  },
  {
    customer: {
      id: 'twin',
      customerNumber: 'C-100117',
      firstName: 'A.',
      lastName: 'Parker',
      email: 'ada.park@mail.example',
      username: 'parker',
      createdBy: apiActor,
    },
  },
  {
    customer: {
      id: 'odd-phone',
      customerNumber: 'C-100118',
      firstName: 'Fiona',
      lastName: 'Freitext',
      email: 'fiona@post.example',
      phone: '020 7946 0999 (after six, ask for Fi)',
      workPhone: '0049-30-23125-099',
      fax: 'none',
    },
  },
  {
    customer: {
      id: 'old-dates',
      customerNumber: 'C-100119',
      firstName: 'Walter',
      lastName: 'Winterzeit',
      email: 'walter@post.example',
      birthday: '1924-02-29',
      registeredAt: '2004-10-31T00:30:00.000Z',
      lastLoginAt: '2026-03-29T01:00:00.000Z',
      lastActivityAt: '2026-10-25T00:59:59.999Z',
      preferredLanguage: 'de-DE',
    },
  },
]
