import * as z from 'zod/mini'
import { activityGroups, type ActivityGroup } from '#/contract/activities.ts'
import { actorTypes, type Actor } from '#/contract/common.ts'
import { beginOfDay } from '#/shared/format/local-time.ts'

const day = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/u)))

/** How the timeline is looked at; the words searched for are not kept, for they may be about a person. */
export const activityViewSchema = z.object({
  group: z.catch(z.array(z.enum(activityGroups)), []),
  kind: z.catch(z.array(z.string()), []),
  /** Type of who did it, with `:` and the id of a member of staff. */
  actor: z.catch(z.string(), ''),
  from: z.catch(day, undefined),
  to: z.catch(day, undefined),
  /** What no filter knows, in place of the rest. */
  isLegacy: z.catch(z.boolean(), false),
})
export type ActivityView = z.output<typeof activityViewSchema>

export const plainView: ActivityView = {
  group: [],
  kind: [],
  actor: '',
  from: undefined,
  to: undefined,
  isLegacy: false,
}

/** True when entries are left out on purpose. */
export const isFiltered = ({ group, kind, actor, from, to }: ActivityView, words: string): boolean =>
  group.length > 0 || kind.length > 0 || actor !== '' || from !== undefined || to !== undefined || words.trim() !== ''

/** One choice of the filter by who did it. */
export const actorKey = ({ type, id }: Pick<Actor, 'type' | 'id'>): string =>
  type === 'staff' && id !== null ? `${type}:${id}` : type

/** What the API is asked for. */
export interface ActivityFilters {
  q?: string
  group?: ActivityGroup[]
  kind?: string[]
  actorType?: Actor['type'][]
  actorId?: string[]
  atFrom?: string
  atTo?: string
}

export function filtersOf({ group, kind, actor, from, to }: ActivityView, words: string): ActivityFilters {
  const [, type = '', id] = /^([a-z]+)(?::(.+))?$/u.exec(actor) ?? []
  const actorType = actorTypes.find((known) => known === type)
  const q = words.trim()
  return {
    ...(q === '' ? {} : { q }),
    ...(group.length > 0 ? { group } : {}),
    ...(kind.length > 0 ? { kind } : {}),
    ...(actorType ? { actorType: [actorType] } : {}),
    ...(actorType && id !== undefined ? { actorId: [id] } : {}),
    ...(from === undefined ? {} : { atFrom: beginOfDay(from) }),
    ...(to === undefined ? {} : { atTo: beginOfDay(to) }),
  }
}
