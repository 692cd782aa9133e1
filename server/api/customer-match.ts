import { customerName } from '#/contract/customer-name.ts'
import type { CustomerListItem } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import { needlesOf, wordsOf } from '#server/api/search-condition.ts'
import type { Term } from '#server/api/search-query.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { digitsOf, searchTextOf } from '#server/store/search-text.ts'
import type { Reader } from '#server/store/store.ts'

type Match = NonNullable<CustomerListItem['match']>
type Candidate = { field: Match['field']; value: string; searched: string }

/** For each customer the first field that a search found, with its value as it is stored. */
export async function matchesOf(
  store: Reader,
  customers: readonly CustomerRow[],
  terms: readonly Term[],
): Promise<Map<string, Match>> {
  const asked = terms.filter(({ negated }) => !negated)
  const own = new Map<string, Match>()
  for (const customer of customers) {
    const match = firstMatch(ownCandidates(customer), asked)
    if (match) own.set(customer.id, match)
  }
  const rest = customers.filter(({ id }) => !own.has(id)).map(({ id }) => id)
  const isElsewhere = wordsOf(asked).length > 0 || asked.some(({ field }) => field === 'postal' || field === 'order')
  return rest.length > 0 && isElsewhere ? new Map([...own, ...(await linkedMatches(store, rest, asked))]) : own
}

/** Field terms say which field they look into; words look into all of them. */
function firstMatch(candidates: readonly Candidate[], terms: readonly Term[]): Match | undefined {
  const found = candidates.find(({ field, searched }) => terms.some((term) => isFoundBy(term, field, searched)))
  return found && { field: found.field, value: found.value }
}

const fieldNames: Partial<Record<Match['field'], string>> = { postalCode: 'postal' }

function isFoundBy(term: Term, field: Match['field'], searched: string): boolean {
  if (term.field === undefined) return field !== 'order' && needlesOf(term).some((needle) => searched.includes(needle))
  if (term.field !== (fieldNames[field] ?? field)) return false
  const wanted = field === 'phone' ? digitsOf(term.value) : foldText(term.value)
  return searched.includes(wanted) || searched.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''))
}

function ownCandidates(customer: CustomerRow): Candidate[] {
  const person = [customer.lastName, customer.firstName, customer.middleName].filter(Boolean).join(' ')
  const phones = [customer.phone, customer.mobile, customer.workPhone, customer.fax]
  return [
    candidate('name', customerName(customer), person),
    candidate('email', customer.email),
    ...phones.map((phone) => candidate('phone', phone, digitsOf(phone ?? ''))),
    candidate('number', customer.customerNumber),
    candidate('company', customer.companyName),
  ].filter(({ value }) => value !== '')
}

function candidate(field: Match['field'], value: string | null, ...spellings: string[]): Candidate {
  return { field, value: value ?? '', searched: searchTextOf([value, ...spellings]) }
}

async function linkedMatches(
  store: Reader,
  customerIds: readonly string[],
  terms: readonly Term[],
): Promise<Map<string, Match>> {
  const ofThese = { op: 'in', field: 'customerId', values: customerIds } as const
  const numbers = terms.filter(({ field }) => field === 'order').map(({ value }) => foldText(value))
  const { rows: addresses } = await store.find('addresses', {
    where: { op: 'and', conditions: [ofThese, { op: 'in', field: 'deletedAt', values: [null] }] },
  })
  const orders = await Promise.all(
    numbers.map((text) =>
      store.find('orders', {
        where: { op: 'and', conditions: [ofThese, { op: 'prefix', field: 'numberFolded', text }] },
      }),
    ),
  )
  const linked = [
    ...addresses.map(({ customerId, postalCode }) => [customerId, candidate('postalCode', postalCode)] as const),
    ...orders.flatMap(({ rows }) =>
      rows.map(({ customerId, number }) => [customerId, candidate('order', number)] as const),
    ),
  ]
  const byCustomer = Map.groupBy(linked, ([customerId]) => customerId)
  return new Map(
    [...byCustomer].flatMap(([id, own]) => {
      const candidates = own.map(([, candidate]) => candidate)
      const match = firstMatch(candidates, terms)
      return match ? [[id, match] as const] : []
    }),
  )
}
