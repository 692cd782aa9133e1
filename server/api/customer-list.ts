import { customerName } from '#/contract/customer-name.ts'
import type { CustomerListItem, customerSorts, listCustomers } from '#/contract/customers.ts'
import type { QueryOf } from '#/contract/endpoint.ts'
import { foldText } from '#/contract/fold-text.ts'
import { relevance } from '#server/api/customer-search.ts'
import { anyOf, between, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalidParameter } from '#server/api/refusal.ts'
import type { Term } from '#server/api/search-query.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import type { CollectionName } from '#server/store/rows.ts'
import { digitsOf } from '#server/store/search-text.ts'
import type { Condition, Field, SortKey } from '#server/store/store.ts'

type Query = QueryOf<typeof listCustomers>
type CustomerCondition = Condition<'customers'>

/** What the filters of the list ask; the words of `q` are a matter of their own. */
export function customerFilters(query: Query): CustomerCondition[] {
  return [
    ...anyOf<'customers'>('id', query.id),
    ...anyOf<'customers'>('status', query.status),
    ...anyOf<'customers'>('tier', query.tier),
    ...anyOf<'customers'>('accountType', query.accountType),
    ...anyOf<'customers'>('preferredLanguage', query.language),
    ...anyOf<'customers'>('countryCode', query.countryCode),
    ...anyOf<'customers'>('sourceSystem', query.sourceSystem === undefined ? undefined : [query.sourceSystem]),
    ...anyOf<'customers'>('externalId', query.externalId === undefined ? undefined : [query.externalId]),
    ...anyOf<'customers'>('emailSort', query.email === undefined ? undefined : [foldText(query.email)]),
    ...withPhone(query.phone),
    ...(query.scopeId ? [{ op: 'overlaps', field: 'scopeIds', values: query.scopeId } as const] : []),
    ...linkedTo('memberships', 'organizationId', query.organizationId),
    ...linkedTo('customerStores', 'storeId', query.storeId),
    ...between<'customers'>('registeredAt', query.registeredFrom, query.registeredTo),
    ...between<'customers'>('lastLoginAt', query.lastLoginFrom, query.lastLoginTo),
    ...between<'customers'>('lastActivityAt', query.lastActivityFrom, query.lastActivityTo),
    ...openCases(query.hasOpenCases),
  ]
}

/** Digits from the end that tell numbers apart, however their beginnings (`+49`, `0049`, `0`) are written. */
const tellingDigits = 9

function withPhone(typed: string | undefined): CustomerCondition[] {
  if (typed === undefined) return []
  const digits = digitsOf(typed).slice(-tellingDigits)
  if (digits === '') return [{ op: 'in', field: 'id', values: [] }]
  return [{ op: 'contains', field: 'phoneDigits', text: `${digits} ` }]
}

function linkedTo<C extends CollectionName & ('memberships' | 'customerStores')>(
  collection: C,
  field: Field<C>,
  ids: readonly string[] | undefined,
): CustomerCondition[] {
  if (!ids) return []
  const where: Condition<C> = { op: 'in', field, values: ids }
  return [{ op: 'exists', collection, link: 'customerId', where } as CustomerCondition]
}

function openCases(wanted: boolean | undefined): CustomerCondition[] {
  if (wanted === undefined) return []
  const some: CustomerCondition = { op: 'range', field: 'openCaseCount', from: 1 }
  return [wanted ? some : { op: 'not', condition: some }]
}

type SortName = Exclude<(typeof customerSorts)[number], 'relevance'>

const sortFields: Record<SortName, Field<'customers'>> = {
  name: 'nameSort',
  email: 'emailSort',
  customerNumber: 'customerNumber',
  registeredAt: 'registeredAt',
  lastLoginAt: 'lastLoginAt',
  lastActivityAt: 'lastActivityAt',
  lastOrderAt: 'lastOrderAt',
}

/** By relevance when something is searched for, else by name. */
export function customerSort(sort: string | undefined, terms: readonly Term[]): SortKey<'customers'>[] {
  const byName: SortKey<'customers'> = { field: 'nameSort' }
  const byRelevance = [...relevance(terms), byName]
  if (!sort) return byRelevance
  return sort.split(',').flatMap((part): readonly SortKey<'customers'>[] => {
    if (part === 'relevance') return byRelevance
    if (part === '-relevance') {
      throw invalidParameter({ parameter: 'sort', code: 'not-allowed', detail: 'Relevance has one direction' })
    }
    return sortKeys(part, sortFields, [])
  })
}

export function customerListItem(row: CustomerRow, match: CustomerListItem['match']): CustomerListItem {
  return { ...row, etag: etagOf(row), name: customerName(row), ...(match ? { match } : {}) }
}
