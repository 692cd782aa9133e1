import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { activityGroups, type ActivityCounts } from '#/contract/activities.ts'
import { groupName } from '#/customers/activity/activity-words.ts'
import type { ActivityView } from '#/customers/activity/activity-view.ts'
import type { OpenTiles } from '#/customers/activity/use-open-tiles.ts'
import { scrollFade, useScrollFade } from '#/customers/record/use-scroll-fade.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow, touch } from '#/shared/theme/tokens.ts'

const Root = styled('fieldset')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  minWidth: 0,
  margin: '0 0 8px',
  padding: 2,
  border: 0,
  '& > span': { ...type.meta, flex: 'none', marginInlineEnd: 4, color: color.secondary },
  [narrow]: { flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'none', ...scrollFade },
})
const Toggle = styled('button')({
  ...type.meta,
  flex: 'none',
  minHeight: 24,
  padding: '0 8px',
  border: `1px solid ${color.controlBorder}`,
  borderRadius: 12,
  color: color.text,
  backgroundColor: color.surface,
  fontVariantNumeric: 'tabular-nums',
  cursor: 'pointer',
  '&:hover': { backgroundColor: color.hover },
  '&[aria-pressed="true"]': { color: color.accent, borderColor: color.accent, backgroundColor: color.accentSoft },
  [touch]: { minHeight: 36, borderRadius: 18 },
})

/** How many entries of each group the filters leave. */
export function shownByGroup(counts: ActivityCounts | undefined, { group, kind }: ActivityView) {
  return activityGroups.map((each) => {
    if (group.length > 0 && !group.includes(each)) return { group: each, count: 0 }
    const kinds = counts?.kinds.filter((known) => known.group === each && kind.includes(known.kind)) ?? []
    const count =
      kind.length > 0
        ? kinds.reduce((sum, known) => sum + known.count, 0)
        : (counts?.groups.find((known) => known.group === each)?.count ?? 0)
    return { group: each, count }
  })
}

interface Props {
  counts: ActivityCounts | undefined
  view: ActivityView
  tiles: OpenTiles
}

/** One button for each group that has entries: expands all its entries, and collapses them when it is pressed again. */
export function GroupToggles({ counts, view, tiles }: Props) {
  const fade = useScrollFade()
  const id = useId()
  const shown = shownByGroup(counts, view).filter(({ count }) => count > 0)
  if (shown.length === 0) return null
  return (
    <Root ref={fade} aria-labelledby={id}>
      <span id={id}>{m.activity_expand_group()}</span>
      {shown.map(({ group, count }) => (
        <Toggle
          key={group}
          type="button"
          aria-pressed={tiles.groups.includes(group)}
          onClick={() => tiles.toggleGroup(group)}
        >
          {m.activity_group_toggle({ group: groupName(group), count: formatQuantity(count) })}
        </Toggle>
      ))}
    </Root>
  )
}
