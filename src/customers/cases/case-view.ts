import { beginOfDay } from '#/shared/format/local-time.ts'
import * as z from 'zod/mini'
import { caseClasses, type CaseClass } from '#/contract/cases.ts'

const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/u))), undefined)
const codes = z.catch(z.array(z.string()), [])

const sorts = new Set(['openedAt', 'number', 'deadline', 'updatedAt'].flatMap((key) => [key, `-${key}`]))

/** How the cases are looked at. Words and tags are not kept: they may be about a person. */
export const caseViewSchema = z.object({
  sort: z.catch(z.string().check(z.refine((sort) => sorts.has(sort))), '-openedAt'),
  class: z.catch(z.array(z.enum(caseClasses)), []),
  status: codes,
  type: codes,
  priority: codes,
  openedFrom: day,
  openedTo: day,
  deadlineFrom: day,
  deadlineTo: day,
})
export type CaseView = z.output<typeof caseViewSchema>

export const plainView: CaseView = {
  sort: '-openedAt',
  class: [],
  status: [],
  type: [],
  priority: [],
  openedFrom: undefined,
  openedTo: undefined,
  deadlineFrom: undefined,
  deadlineTo: undefined,
}

/** What is searched for, beside what is kept. */
export interface CaseSearch {
  words: string
  tags: readonly string[]
}

/** True when cases are left out on purpose. */
export function isFiltered(
  { class: classes, status, type, priority, openedFrom, openedTo, deadlineFrom, deadlineTo }: CaseView,
  { words, tags }: CaseSearch,
): boolean {
  const days = [openedFrom, openedTo, deadlineFrom, deadlineTo]
  const chosen = [classes, status, type, priority, tags]
  return words.trim() !== '' || days.some((each) => each !== undefined) || chosen.some(({ length }) => length > 0)
}

/** What the API is asked for. */
export interface CaseFilters {
  sort: string
  q?: string
  open?: boolean
  status?: string[]
  type?: string[]
  priority?: string[]
  tag?: string[]
  openedFrom?: string
  openedTo?: string
  deadlineFrom?: string
  deadlineTo?: string
}

const openOf = (classes: readonly CaseClass[]): Pick<CaseFilters, 'open'> =>
  // Both together are all there are.
  classes.length === 1 ? { open: classes[0] === 'open' } : {}

export function filtersOf(view: CaseView, { words, tags }: CaseSearch): CaseFilters {
  const { sort, class: classes, status, type, priority, openedFrom, openedTo, deadlineFrom, deadlineTo } = view
  const q = words.trim()
  return {
    sort,
    ...(q === '' ? {} : { q }),
    ...openOf(classes),
    ...(status.length > 0 ? { status } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(priority.length > 0 ? { priority } : {}),
    ...(tags.length > 0 ? { tag: [...tags] } : {}),
    ...(openedFrom === undefined ? {} : { openedFrom: beginOfDay(openedFrom) }),
    ...(openedTo === undefined ? {} : { openedTo: beginOfDay(openedTo) }),
    ...(deadlineFrom === undefined ? {} : { deadlineFrom }),
    ...(deadlineTo === undefined ? {} : { deadlineTo }),
  }
}
