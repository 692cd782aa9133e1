import { apiActor } from '#mocks/seed/actors.ts'
import type { AroundSpec } from '#mocks/seed/around-spec.ts'
import { everything, whatHappened } from '#mocks/seed/small-everything.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'

/** So many of everything that a card of the overview shows only some of: `difference` from what it shows. */
function asManyAs(difference: number): AroundSpec {
  const some = <T>(limit: number, make: (days: number) => T) =>
    Array.from({ length: limit + difference }, (_, index) => make(index * 7 + 2))
  return {
    alerts: some(3, (days) => ({ daysAgo: days, threshold: 50 + days })),
    contacts: some(3, (days) => ({ daysAgo: days, name: `Contact of ${days} days ago` })),
    subscriptions: some(5, (days) => ({ daysAgo: days, name: `Coffee Club ${days}` })),
    invoices: [
      ...some(3, (days) => ({ daysAgo: days })),
      { daysAgo: 1, state: 'pending', sent: false, outstandingMinor: 12_000 },
    ],
    instalments: some(3, (days) => ({ daysAgo: days, productName: `Grinder ${days}` })),
    cases: some(5, (days) => ({ daysAgo: days, subject: `Question of ${days} days ago` })),
    notes: some(5, (days) => ({ daysAgo: days, content: `Said ${days} days ago` })),
  }
}

/** Two of these are paid, but nobody wrote down when. */
const scheduleWithoutDates = [170, 140, 110, -10].map((days) => ({
  dueAt: daysAgo(days).slice(0, 10),
  amountMinor: 10_000,
  paidOn: null,
}))

/** What stands around the hand-picked customers, by their ids. */
export const smallAround: Readonly<Record<string, AroundSpec>> = {
  vip: everything,
  wolf: asManyAs(-1),
  tanaka: asManyAs(0),
  acme: asManyAs(1),
  ada: {
    notes: [{ daysAgo: 4, content: 'Prefers to be called after five.' }],
    // Each may act for the other.
    alternativeContacts: [{ daysAgo: 90, memberId: 'vip', support: false, billing: true }],
    billing: {},
    invoices: [{ daysAgo: 12, totalMinor: 4_200 }],
    payments: [{ daysAgo: 10, amountMinor: 4_200, allocations: [{ invoiceId: 'ada-i1', amountMinor: 4_200 }] }],
    subscriptions: [{ daysAgo: 120, history: [['initialCharge', 120]] }],
  },
  carter: {
    subscriptions: [
      { daysAgo: 3, name: 'Pearl Diver Pass', type: 'moonbeam', currency: 'KWD', priceMinor: 12_345 },
      { daysAgo: 20, name: `Everything ${'and more '.repeat(20)}`.trim(), billingFrequency: 'everyFullMoon' },
      { daysAgo: 40, name: 'Free Sample', priceMinor: 0, billingFrequency: null, history: [['adjustment', 1]] },
      {
        daysAgo: 500,
        name: 'Bean Log',
        status: 'cancelled',
        cancellation: { at: daysAgo(30), reason: 'mercuryRetrograde', fee: null },
        history: Array.from({ length: 45 }, (_, month) => ['repeatingCharge', 30 + month * 10] as const),
      },
    ],
    instalments: [
      { daysAgo: 200, productName: 'Dateless grinder', paidCount: 2, totalCount: 4, schedule: scheduleWithoutDates },
      { daysAgo: 90, productName: 'Late machine', paidCount: 1, totalCount: 6 },
      { daysAgo: 300, productName: 'No plan', nextDueAt: null, schedule: [], currency: 'JPY', instalmentMinor: 1_500 },
    ],
  },
  // What is overdue in three currencies waits for a card that has expired.
  expired: {
    billing: { autoPay: { enabled: true, savedPaymentId: 'expired-p1', notBefore: null } },
    invoices: [
      { daysAgo: 30, totalMinor: 7_050, outstandingMinor: 7_050 },
      { daysAgo: 31, currency: 'JPY', totalMinor: 1_200, outstandingMinor: 1_200 },
      { daysAgo: 32, currency: 'KWD', totalMinor: 2_345, outstandingMinor: 2_345 },
    ],
    payments: [{ daysAgo: 29, amountMinor: 7_050, status: 'failure', processedOn: null }],
  },
  anonymous: { invoices: [{ daysAgo: 300 }], payments: [{ daysAgo: 290 }] },
}

/** So many changes of details beside the registration. */
const changesOfDetails = (count: number): NonNullable<CustomerSpec['activities']> =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'detailsChanged',
    group: 'account',
    at: daysAgo(index + 1),
    actor: apiActor,
    changes: [{ field: 'displayName', from: `Name ${index}`, to: `Name ${index + 1}` }],
    data: {},
  }))

/** What happened to them. */
export const smallHappenings: Readonly<Record<string, NonNullable<CustomerSpec['activities']>>> = {
  vip: whatHappened,
  wolf: changesOfDetails(3),
  tanaka: changesOfDetails(4),
  acme: changesOfDetails(5),
}
