import { styled } from '@mui/material/styles'
import { useMemo, type ComponentProps } from 'react'
import type { Activity } from '#/contract/activities.ts'
import { ActivityTile } from '#/customers/activity/activity-tile.tsx'
import type { OpenTiles } from '#/customers/activity/use-open-tiles.ts'
import { RecordFeed } from '#/customers/record/record-feed.tsx'
import { formatDay } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'

const Day = styled('h3')({ ...type.table, fontWeight: 600, padding: '10px 0 6px', color: color.secondary })

/** A day, or something that happened on it. */
type Row = { key: string; day: string; activity?: undefined } | { key: string; activity: Activity; day?: undefined }

const dayMs = 24 * 60 * 60 * 1000

function dayName(day: string): string {
  if (day === formatDay(new Date().toISOString())) return m.activity_today({ day })
  if (day === formatDay(new Date(Date.now() - dayMs).toISOString())) return m.activity_yesterday({ day })
  return day
}

interface Placed {
  day: string
  row: Row
}

/** Worked out once for each entry: a long timeline grows page by page. */
const places = new WeakMap<Activity, Placed>()

function placeOf(activity: Activity): Placed {
  const known = places.get(activity)
  if (known) return known
  const placed = { day: formatDay(activity.at), row: { key: activity.id, activity } }
  places.set(activity, placed)
  return placed
}

/** The entries under the days on which they happened, where the reader is. */
function rowsOf(activities: readonly Activity[]): Row[] {
  const rows: Row[] = []
  let last = ''
  for (const activity of activities) {
    const { day, row } = placeOf(activity)
    if (day !== last) rows.push({ key: day, day })
    last = day
    rows.push(row)
  }
  return rows
}

const keyOf = ({ key }: Row) => key
const guess = { day: 34, tile: 44, open: 260 }

interface Props extends Pick<ComponentProps<typeof RecordFeed<Row>>, 'query' | 'pages' | 'place' | 'label'> {
  customerId: string
  activities: readonly Activity[]
  tiles: OpenTiles
}

/** What happened, day by day. */
export function ActivityFeed({ customerId, activities, tiles, ...feed }: Props) {
  const rows = useMemo(() => rowsOf(activities), [activities])
  return (
    <RecordFeed
      {...feed}
      customerId={customerId}
      items={rows}
      keyOf={keyOf}
      guess={({ activity }) => (activity ? (tiles.isOpen(activity) ? guess.open : guess.tile) : guess.day)}
    >
      {({ activity, day }) =>
        activity ? (
          <ActivityTile
            customerId={customerId}
            activity={activity}
            isOpen={tiles.isOpen(activity)}
            onToggle={() => tiles.toggle(activity)}
          />
        ) : (
          <Day>{dayName(day)}</Day>
        )
      }
    </RecordFeed>
  )
}
