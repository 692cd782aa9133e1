import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResourceName } from '#server/import/source-record.ts'
import { cardNumber, cardSpellings } from '#tests/card-numbers.ts'

const source = 'leak'
const key = (externalId: string) => ({ sourceSystem: source, externalId })
const customers = Array.from({ length: 23 }, (_, index) => `c${index}`)

/** Card numbers as they come up; identifiers get those that cannot be anything else. */
function createDealer(total: number) {
  const numbers: string[] = []
  let index = 0
  const deal = (isFit: (digits: string) => boolean): string => {
    let digits = cardNumber(index)
    while (!isFit(digits)) {
      index += 1
      digits = cardNumber(index)
    }
    index += 1
    numbers.push(digits)
    return digits
  }
  return {
    numbers,
    isEmpty: () => numbers.length >= total,
    /** In one of many spellings. */
    text: () => {
      const digits = deal(() => true)
      return cardSpellings[numbers.length % cardSpellings.length]?.(digits) ?? digits
    },
    plain: () => deal((digits) => digits.length >= 16),
    integer: () => Number(deal((digits) => digits.length === 16 && digits < '9007199254740991')),
  }
}
type Dealer = ReturnType<typeof createDealer>
type Line = readonly [ResourceName, object]

const metadata: Line[] = [
  ['scopes', { ...key('eu'), name: 'Europe', currency: 'EUR', languages: ['en-GB'] }],
  ['attribute-definitions', { name: 'remark', label: { en: 'Remark' }, dataType: 'text' }],
  ['attribute-definitions', { name: 'remarks', label: { en: 'Remarks' }, dataType: 'text', multiple: true }],
  ['attribute-definitions', { name: 'motto', label: { en: 'Motto' }, dataType: 'text', multilingual: true }],
  ['attribute-definitions', { name: 'serial', label: { en: 'Serial' }, dataType: 'integer' }],
]

/** PINs that occur nowhere by chance. */
export const pinOf = (customer: string) => `zq7-pin-${customer}-xw`

const money = { amountMinor: 1250, currency: 'EUR' }

/** A customer with a card number in every member that takes text. */
function linesOf(customer: string, { text, plain, integer }: Dealer): Line[] {
  const owner = { customer: key(customer), scope: key('eu') }
  const mine = { customer: key(customer) }
  return [
    [
      'organizations',
      { ...key(`o-${customer}`), name: `Club ${customer}`, managerName: text(), description: text(), phone: plain() },
    ],
    [
      'stores',
      {
        ...key(`s-${customer}`),
        number: `S-${customer}`,
        name: `Shop ${customer}`,
        operating: { available: false, reason: text() },
      },
    ],
    [
      'customers',
      {
        ...key(customer),
        customerNumber: `LEAK-${customer}`,
        firstName: text(),
        middleName: text(),
        lastName: 'Leak',
        title: text(),
        displayName: text(),
        companyName: text(),
        username: text(),
        mobile: plain(),
        referralCode: text(),
        registrationSource: text(),
        pin: pinOf(customer),
        accountType: 'registered',
        scopes: [key('eu')],
      },
    ],
    [
      'addresses',
      {
        ...key(`a-${customer}`),
        ...mine,
        name: text(),
        firstName: text(),
        companyName: text(),
        line1: '1 Side Street',
        line2: text(),
        postbox: text(),
        city: 'Berlin',
        postalCode: text(),
        countryCode: 'DE',
        notes: text(),
        vatNumber: plain(),
      },
    ],
    ['addresses', { ...key(`b-${customer}`), ...mine, line1: text(), city: text(), countryCode: 'DE' }],
    ['memberships', { ...mine, organization: key(`o-${customer}`) }],
    ['customer-stores', { ...mine, store: key(`s-${customer}`), orderCount: 1 }],
    [
      'attributes',
      {
        ...mine,
        values: {
          remark: text(),
          remarks: ['fine', text(), text()],
          motto: { en: text(), de: 'Gut' },
          serial: integer(),
          [text()]: 'named by a card',
          undefinedHere: text(),
        },
      },
    ],
    [
      'saved-payments',
      {
        ...key(`p-${customer}`),
        ...mine,
        kind: 'creditCard',
        provider: 'adyen',
        label: text(),
        card: { brand: text(), last4: '1234', holder: text(), expiryMonth: 4, expiryYear: 2031 },
      },
    ],
    ['saved-payments', { ...key(text()), ...mine, kind: 'creditCard', provider: 'adyen' }],
    ['saved-payments', { ...key(`q-${customer}`), ...mine, kind: 'creditCard', provider: text() }],
    [
      'saved-payments',
      { ...key(`r-${customer}`), ...mine, kind: 'creditCard', provider: 'x', card: { last4: text() } },
    ],
    ['saved-payments', { ...key(`t-${customer}`), ...mine, kind: 'creditCard', provider: 'x', card: { mask: text() } }],
    [
      'orders',
      {
        ...key(`n-${customer}`),
        ...owner,
        number: `N-${customer}`,
        kind: 'past',
        status: { code: 'Completed', class: 'completed' },
        createdAt: '2026-03-01T10:00:00Z',
        total: money,
        messages: [text(), 'Thanks'],
        lines: [{ id: '1', sku: plain(), name: 'Tea', quantity: 1, total: money }],
        payments: [{ id: '1', method: 'card', mask: text(), status: 'captured' }],
        shipments: [{ id: '1', status: 'shipped', method: 'shipping', tracking: plain() }],
      },
    ],
    ['carts', { ...key(`k-${customer}`), ...owner, name: 'Default', draftOwner: text(), currency: 'EUR' }],
    ['carts', { ...key(`l-${customer}`), ...owner, name: text(), currency: 'EUR' }],
  ]
}

/** Writes import files that hold card numbers where none belongs; answers the numbers, each of which stands in one place. */
export async function writeMisplacedCards(folder: string, total: number): Promise<string[]> {
  const dealer = createDealer(total)
  const lines: Line[] = [...metadata, ...customers.flatMap((customer) => linesOf(customer, dealer))]
  while (!dealer.isEmpty()) {
    const place = dealer.numbers.length
    const extra = {
      ...key(`more-${place}`),
      customer: key('c0'),
      line1: '2 Side Street',
      city: 'Bonn',
      countryCode: 'DE',
    }
    lines.push(['addresses', { ...extra, notes: dealer.text() }])
  }
  await mkdir(folder, { recursive: true })
  for (const [resource, values] of Map.groupBy(lines, ([name]) => name)) {
    await writeFile(
      join(folder, `${resource}.ndjson`),
      values.map(([, value]) => `${JSON.stringify(value)}\n`).join(''),
    )
  }
  return dealer.numbers
}
