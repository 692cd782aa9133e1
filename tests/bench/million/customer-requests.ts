import { accountTypes, customerStatuses, tiers } from '#/contract/customers.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { Samples } from '#tests/bench/million/samples.ts'

/** A kind of request, and one of it; every call makes another one. */
export interface Kind {
  name: string
  path: string
  make: (samples: Samples) => Record<string, string | string[]>
}

const path = '/customers'
const customers = (name: string, make: Kind['make']): Kind => ({ name, path, make })

const sorts = ['name', 'email', 'customerNumber', 'registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastOrderAt']
export const customerSortNames = sorts.flatMap((name) => [name, `-${name}`])

const day = ({ dice }: Samples, within = 2600) => daysAgo(dice.whole(within)).slice(0, 10)
/** Half of the requests keep the order of their own. */
const sorted = ({ dice }: Samples) => (dice.percent(50) ? {} : { sort: dice.pick(customerSortNames) })

/** A period that ends somewhere, from a day to two years long. */
function period(samples: Samples, name: string): Record<string, string> {
  const { dice } = samples
  const end = dice.whole(name === 'registered' ? 2000 : 400)
  const length = dice.pick([1, 7, 30, 365, 730])
  const from = daysAgo(end + length).slice(0, 10)
  return dice.percent(30)
    ? { [`${name}From`]: from }
    : { [`${name}From`]: from, [`${name}To`]: daysAgo(end).slice(0, 10) }
}

type Filter = (samples: Samples) => Record<string, string | string[]>

const filters: Record<string, Filter> = {
  status: ({ dice }) => ({ status: dice.percent(30) ? ['blocked', 'requiresApproval'] : dice.pick(customerStatuses) }),
  tier: ({ dice }) => ({ tier: dice.pick(tiers) }),
  accountType: ({ dice }) => ({ accountType: dice.pick(accountTypes) }),
  language: ({ of }) => ({ language: of(({ customers: [row] = [] }) => row?.preferredLanguage) }),
  countryCode: ({ of }) => ({ countryCode: of(({ customers: [row] = [] }) => row?.countryCode) }),
  scopeId: ({ of }) => ({ scopeId: of(({ customers: [row] = [] }) => row?.scopeIds[0]) }),
  organizationId: ({ of }) => ({ organizationId: of(({ memberships: [row] = [] }) => row?.organizationId) }),
  storeId: ({ of }) => ({ storeId: of(({ customerStores: [row] = [] }) => row?.storeId) }),
  registered: (samples) => period(samples, 'registered'),
  lastLogin: (samples) => period(samples, 'lastLogin'),
  lastActivity: (samples) => period(samples, 'lastActivity'),
  hasOpenCases: ({ dice }) => ({ hasOpenCases: dice.pick(['true', 'false']) }),
}

const email = ({ of }: Samples) => of(({ customers: [row] = [] }) => row?.email)
const phone = ({ of }: Samples) => of(({ customers: [row] = [] }) => row?.phone)
const word = ({ of }: Samples) => of(({ customers: [row] = [] }) => row?.lastName ?? row?.companyName?.split(' ')[0])
const person = ({ of }: Samples) =>
  of(({ customers: [row] = [] }) => (row?.lastName && row.firstName ? `${row.firstName} ${row.lastName}` : null))

const searches: Record<string, (samples: Samples) => string> = {
  'one word': word,
  'two words': person,
  'part of a word': (samples) => word(samples).slice(0, 3 + samples.dice.whole(2)),
  'one or two letters': (samples) => word(samples).slice(0, 1 + samples.dice.whole(2)),
  'a phrase': (samples) => `"${person(samples)}"`,
  'word*': (samples) => `${word(samples).slice(0, 2 + samples.dice.whole(4))}*`,
  'as typed: a number, an email, a phone': (samples) =>
    samples.dice.pick([() => samples.customer().customerNumber, () => email(samples), () => phone(samples)])(),
  'a word of everybody': ({ dice }) => dice.pick(['example', 'post', 'mail', 'inbox', 'post.example', '@']),
  'a word of nobody': ({ dice }) => `${dice.pick(['zzq', 'quux', 'schmidtsky'])}${dice.whole(1000)}`,
  'email:': (samples) => `email:${email(samples)}`,
  'email:…*': (samples) => `email:${email(samples).slice(0, 3 + samples.dice.whole(8))}*`,
  'phone: whole or its end': (samples) => `phone:${phone(samples).slice(samples.dice.pick([1, -7, -5, -4]))}`,
  'number:': (samples) => `number:${samples.customer().customerNumber}`,
  'number:…*': (samples) => `number:${samples.customer().customerNumber.slice(0, 3 + samples.dice.whole(6))}*`,
  'status:': ({ dice }) => `status:${dice.pick(customerStatuses)}`,
  'tier:': ({ dice }) => `tier:${dice.pick(tiers)}`,
  'type:': ({ dice }) => `type:${dice.pick(accountTypes)}`,
  'lang:': ({ of }) => `lang:${of(({ customers: [row] = [] }) => row?.preferredLanguage)}`,
  'city:': ({ of }) => `city:"${of(({ customers: [row] = [] }) => row?.city)}"`,
  'city:…*': ({ of, dice }) =>
    `city:${of(({ customers: [row] = [] }) => row?.city?.split(' ')[0]).slice(0, 2 + dice.whole(3))}*`,
  'postal:': ({ of }) => `postal:"${of(({ addresses: [row] = [] }) => row?.postalCode)}"`,
  'postal:…*': ({ of, dice }) =>
    `postal:${of(({ addresses: [row] = [] }) => row?.postalCode?.split(' ')[0]).slice(0, 2 + dice.whole(2))}*`,
  'country:': ({ of }) => `country:${of(({ customers: [row] = [] }) => row?.countryCode)}`,
  'org:': ({ of }) => `org:"${of(({ memberships: [row] = [] }) => row?.organizationName)}"`,
  'org:…*': ({ of, dice }) =>
    `org:${of(({ memberships: [row] = [] }) => row?.organizationNumber).slice(0, 5 + dice.whole(3))}*`,
  'store:': ({ of }) =>
    `store:${of(({ customerStores: [row] = [] }) => row?.storeId)
      .replace('shop', 'S1')
      .padEnd(2)}`,
  'order:': ({ of }) => `order:${of(({ orders: [row] = [] }) => row?.number)}`,
  'order:…*': ({ of, dice }) => `order:${of(({ orders: [row] = [] }) => row?.number).slice(0, 4 + dice.whole(6))}*`,
  'registered: from': (samples) => `registered:>=${day(samples)}`,
  'registered: between': (samples) => {
    const [from, to] = [day(samples), day(samples)].toSorted()
    return `registered:${from}..${to}`
  },
  'lastLogin: before': (samples) => `lastLogin:<${day(samples, 400)}`,
  'lastLogin:never': ({ dice }) => `lastLogin:never${dice.pick(['', ' tier:vip', ' status:blocked', ' country:JP'])}`,
  'not a field': ({ dice }) => `-status:${dice.pick(customerStatuses)} -tier:standard`,
  'not a word': (samples) => `-${word(samples)}`,
  'a word and not another': (samples) => `${word(samples)} -${word(samples)}`,
  'a word and a field': (samples) =>
    `${word(samples)} ${samples.dice.pick(['tier:vip', 'status:blocked', 'country:DE', '-status:inactive'])}`,
  'not an order, a postal code, a store': ({ dice }) =>
    dice.pick(['-order:M-1*', '-postal:1*', '-store:S10000', '-org:B-1*']),
}

const some = (samples: Samples) => {
  const { dice } = samples
  const chosen = new Set(Array.from({ length: 2 + dice.whole(3) }, () => dice.pick(Object.values(filters))))
  return Object.assign({}, ...[...chosen].map((filter) => filter(samples)), sorted(samples)) as Record<string, string>
}

export const customerKinds: readonly Kind[] = [
  customers('list: first page', () => ({})),
  ...Object.entries(filters).map(([name, filter]) =>
    customers(`filter: ${name}`, (samples) => ({ ...filter(samples), ...sorted(samples) })),
  ),
  customers('filter: email', (samples) => ({ email: email(samples) })),
  customers('filter: phone', (samples) => ({ phone: phone(samples) })),
  customers('filters: two to four together', some),
  ...Object.entries(searches).map(([name, search]) =>
    customers(`search: ${name}`, (samples) => ({ q: search(samples) })),
  ),
  customers('search: a word, sorted', (samples) => ({ q: word(samples), sort: samples.dice.pick(customerSortNames) })),
  customers('search: a word, filters', (samples) => ({ q: word(samples), ...some(samples) })),
]
