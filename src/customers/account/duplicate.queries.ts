import { queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import { listCustomers, type CustomerListItem } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'

/** What two accounts may have in common. */
export type Likeness = 'email' | 'phone' | 'name'

export interface Criterion {
  by: Likeness
  value: string
}

export interface Duplicate {
  customer: CustomerListItem
  by: readonly Likeness[]
}

export interface Duplicates {
  found: readonly Duplicate[]
  /** There are more than are shown. */
  hasMore: boolean
  isFailed: boolean
  retry: () => void
}

/** So many are shown at most. */
export const duplicateLimit = 6

/** Fewer digits are no number that two people would share by chance. */
const fewestDigits = 7

const nameBreak = '\n'

/** In quotes a name is looked for as it is; no sign in it means anything. */
const quoted = (names: string) =>
  names
    .split(nameBreak)
    .map((name) => `"${name.replaceAll('"', ' ')}"`)
    .join(' ')

/** The search looks into emails and companies too. */
const isNamed = ({ name }: CustomerListItem, names: string) =>
  names.split(nameBreak).every((part) => foldText(name).includes(foldText(part)))

/** Below the lists, so that an own save anywhere asks again. */
export const likeKey = 'like'

const likeQuery = ({ by, value }: Criterion) =>
  queryOptions({
    queryKey: [...customerKeys.lists(), likeKey, by, value] as const,
    queryFn: async ({ signal, client }) => {
      const wanted = by === 'name' ? { q: quoted(value) } : { [by]: value }
      // One more than is shown, and the customer itself.
      const page = await api(listCustomers, { query: { ...wanted, limit: duplicateLimit + 2 }, signal })
      for (const item of page.items) client.setQueryData(customerKeys.title(item.id), item)
      return page
    },
    staleTime: 60_000,
  })

/** What is worth looking for: an email, telephone numbers, a first and last name. */
export function criteriaOf(about: {
  email?: string | null | undefined
  phones?: readonly (string | null | undefined)[]
  firstName?: string | undefined
  lastName?: string | undefined
}): Criterion[] {
  const email = about.email?.trim() ?? ''
  const phones = (about.phones ?? []).map((phone) => phone?.trim() ?? '')
  const names = [about.firstName?.trim() ?? '', about.lastName?.trim() ?? '']
  return [
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? [{ by: 'email', value: email } as const] : []),
    ...[...new Set(phones)]
      .filter((phone) => phone.replace(/\D/g, '').length >= fewestDigits)
      .map((value) => ({ by: 'phone', value }) as const),
    ...(names.every((name) => name.length > 1) ? [{ by: 'name', value: names.join(nameBreak) } as const] : []),
  ]
}

function combined(
  criteria: readonly Criterion[],
  selfId: string,
  results: readonly UseQueryResult<Page<CustomerListItem>>[],
): Duplicates {
  const found = new Map<string, Duplicate>()
  for (const [index, { data }] of results.entries()) {
    const { by, value } = criteria[index] ?? {}
    for (const customer of data?.items ?? []) {
      if (by === undefined || value === undefined || customer.id === selfId) continue
      if (by === 'name' && !isNamed(customer, value)) continue
      const known = found.get(customer.id)?.by ?? []
      found.set(customer.id, { customer, by: [...new Set([...known, by])] })
    }
  }
  return {
    found: [...found.values()].slice(0, duplicateLimit),
    hasMore: found.size > duplicateLimit,
    isFailed: results.some(({ isError }) => isError),
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch()
    },
  }
}

/** Other customers that may be the same person. */
export function useDuplicates(criteria: readonly Criterion[], selfId: string): Duplicates {
  return useQueries({
    queries: criteria.map((criterion) => likeQuery(criterion)),
    combine: (results) => combined(criteria, selfId, results),
  })
}
