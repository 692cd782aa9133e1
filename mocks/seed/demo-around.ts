import type { Faker } from '@faker-js/faker'
import type { AroundSpec } from '#mocks/seed/around-spec.ts'

const chance = (faker: Faker, percent: number) => faker.number.int(99) < percent
const upTo = (faker: Faker, percent: number, most: number) =>
  chance(faker, percent) ? faker.number.int({ min: 1, max: most }) : 0

const sentences = [
  'Asked when the next parcel comes.',
  'Wants invoices by post from now on.',
  'Very happy with the new beans.',
  'Moved; the new address is in the address book.',
  'Complained about a late delivery, got a voucher.',
  'Prefers email.',
]
const subjects = ['Parcel is late', 'Wrong beans delivered', 'Invoice is not clear', 'Cannot sign in', 'Wants to pause']
const products = ['Coffee Club', 'Tea Pass', 'Grinder Care', 'Winter Box']

/** What stands around a generated customer: something around every other, much around few. */
export function demoAround(faker: Faker, currency: string): AroundSpec {
  const some = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))
  const days = (most: number) => faker.number.int({ min: 1, max: most })
  return {
    notes: some(upTo(faker, 25, 3), (index) => ({
      daysAgo: index * 30 + days(29),
      content: faker.helpers.arrayElement(sentences),
    })),
    cases: some(upTo(faker, 12, 2), () => ({
      daysAgo: days(200),
      subject: faker.helpers.arrayElement(subjects),
      statusCode: faker.helpers.arrayElement(['new', 'assigned', 'waitingOnCustomer', 'closed', 'completed']),
      priority: faker.helpers.arrayElement(['low', 'normal', 'high']),
    })),
    contacts: some(upTo(faker, 8, 3), () => ({ daysAgo: days(400), name: faker.person.fullName() })),
    alerts: some(upTo(faker, 6, 3), () => ({
      daysAgo: days(90),
      threshold: faker.helpers.arrayElement([50, 80, 100]),
    })),
    subscriptions: some(upTo(faker, 15, 2), () => ({
      daysAgo: days(700),
      name: faker.helpers.arrayElement(products),
      status: faker.helpers.arrayElement(['active', 'active', 'active', 'paused', 'cancelled', 'expired']),
      discounted: chance(faker, 20),
      currency,
    })),
    invoices: some(upTo(faker, 15, 3), (index) => {
      const totalMinor = faker.number.int({ min: 500, max: 90_000 })
      const isOpen = chance(faker, 30)
      return { daysAgo: index * 31 + days(30), currency, totalMinor, outstandingMinor: isOpen ? totalMinor : 0 }
    }),
    payments: some(upTo(faker, 12, 2), () => ({
      daysAgo: days(200),
      currency,
      amountMinor: faker.number.int({ min: 500, max: 90_000 }),
    })),
    instalments: some(upTo(faker, 3, 1), () => ({ daysAgo: days(100), currency })),
    ...(chance(faker, 20) ? { billing: { currency, billingDay: faker.number.int({ min: 1, max: 28 }) } } : {}),
  }
}
