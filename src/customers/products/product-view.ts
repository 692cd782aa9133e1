import * as z from 'zod/mini'
import { subscriptionStatuses, type Subscription } from '#/contract/subscriptions.ts'
import { beginOfDay } from '#/shared/format/local-time.ts'

const sorts = ['-startedAt', 'startedAt', 'name', '-name', 'price', '-price'] as const
const day = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/u)))

/** How the products are looked at; the words searched for are not kept, for they may be about a person. */
export const productViewSchema = z.object({
  sort: z.catch(z.enum(sorts), '-startedAt'),
  type: z.catch(z.array(z.string()), []),
  status: z.catch(z.array(z.enum(subscriptionStatuses)), []),
  isDiscounted: z.catch(z.boolean(), false),
  from: z.catch(day, undefined),
  to: z.catch(day, undefined),
})
export type ProductView = z.output<typeof productViewSchema>

/** The change that takes every filter away. */
export const noFilters: Omit<ProductView, 'sort'> = {
  type: [],
  status: [],
  isDiscounted: false,
  from: undefined,
  to: undefined,
}

export const sortOf = (sort: string): ProductView['sort'] => sorts.find((known) => known === sort) ?? '-startedAt'

/** True when products are left out on purpose. */
export const isFiltered = ({ type, status, isDiscounted, from, to }: ProductView, words: string): boolean =>
  type.length > 0 || status.length > 0 || isDiscounted || from !== undefined || to !== undefined || words.trim() !== ''

/** What the API is asked for. */
export interface ProductFilters {
  sort: string
  q?: string
  type?: string[]
  status?: Subscription['status'][]
  discounted?: true
  startedFrom?: string
  startedTo?: string
}

export function filtersOf({ sort, type, status, isDiscounted, from, to }: ProductView, words: string): ProductFilters {
  const q = words.trim()
  return {
    sort,
    ...(q === '' ? {} : { q }),
    ...(type.length > 0 ? { type } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(isDiscounted ? { discounted: true } : {}),
    ...(from === undefined ? {} : { startedFrom: beginOfDay(from) }),
    ...(to === undefined ? {} : { startedTo: beginOfDay(to) }),
  }
}
