import { styled } from '@mui/material/styles'
import type { Activity } from '#/contract/activities.ts'
import { activityIcon } from '#/customers/activity/activity-icon.ts'
import { activityTitle } from '#/customers/activity/activity-words.ts'
import { subjectText } from '#/customers/activity/subject-link.tsx'
import { CardRow, CardRows, Meta } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { actorName } from '#/shared/format/actor-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Title = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  '& > svg': { color: color.secondary },
})

function ActivityRow({ activity }: { activity: Activity }) {
  const about = subjectText(activity)
  return (
    <CardRow
      title={
        <Title>
          <Icon name={activityIcon(activity)} size={14} />
          {activityTitle(activity)}
        </Title>
      }
      aside={
        <Meta>
          <Time at={activity.at} />
        </Meta>
      }
    >
      <Meta>
        {about ? <bdi>{about}</bdi> : null}
        <bdi>{actorName(activity.actor)}</bdi>
      </Meta>
    </CardRow>
  )
}

/** What happened last, under any tab. */
export function ActivityCard({ read }: { read: OverviewRead }) {
  return (
    <OverviewCard
      read={read}
      name="activities"
      title={m.overview_activity()}
      section="activity"
      all={m.overview_activity_all()}
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_activity_empty()}>
          {(activities) => (
            <CardRows label={m.overview_activity()}>
              {activities.map((activity) => (
                <ActivityRow key={activity.id} activity={activity} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
