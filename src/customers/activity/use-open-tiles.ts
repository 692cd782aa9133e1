import * as z from 'zod/mini'
import { activityGroups, type Activity, type ActivityGroup } from '#/contract/activities.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'

const tilesSchema = z.object({
  /** Groups all of whose tiles were expanded. */
  groups: z.catch(z.array(z.enum(activityGroups)), []),
  /** Tiles that are otherwise than their group, the last ones last. */
  others: z.catch(z.array(z.tuple([z.string(), z.enum(activityGroups), z.boolean()])), []),
})

/** As many are kept. */
const othersAtMost = 200

export interface OpenTiles {
  isOpen: (entry: Pick<Activity, 'id' | 'group'>) => boolean
  toggle: (entry: Pick<Activity, 'id' | 'group'>) => void
  groups: readonly ActivityGroup[]
  /** Expands all tiles of a group, or collapses them; the others stay as they are. */
  toggleGroup: (group: ActivityGroup) => void
}

/** Which entries are expanded: any number at once, also over a reload. */
export function useOpenTiles(customerId: string): OpenTiles {
  const [{ groups, others }, keep] = useKeptView(customerId, 'activity/tiles', tilesSchema)
  const isOpen = ({ id, group }: Pick<Activity, 'id' | 'group'>) =>
    others.find(([other]) => other === id)?.[2] ?? groups.includes(group)
  return {
    isOpen,
    groups,
    toggle: (entry) => {
      const { id, group } = entry
      const rest = others.filter(([other]) => other !== id)
      const isNow = !isOpen(entry)
      const next = isNow === groups.includes(group) ? rest : [...rest, [id, group, isNow] as const]
      keep({ groups, others: next.slice(-othersAtMost).map(([...tile]) => tile) })
    },
    toggleGroup: (group) =>
      keep({
        groups: groups.includes(group) ? groups.filter((other) => other !== group) : [...groups, group],
        others: others.filter(([, other]) => other !== group),
      }),
  }
}
