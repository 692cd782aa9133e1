import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { Activity } from '#/contract/activities.ts'
import { activityFieldLabel, activityValueText, toldData } from '#/customers/activity/activity-fields.ts'
import { activityIcon } from '#/customers/activity/activity-icon.ts'
import { activityTitle } from '#/customers/activity/activity-words.ts'
import { ChangeTable } from '#/customers/activity/change-table.tsx'
import { SubjectLink, subjectKindName, subjectText } from '#/customers/activity/subject-link.tsx'
import { actorName } from '#/shared/format/actor-name.ts'
import { formatClock, formatInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { narrow, sizes, touch } from '#/shared/theme/tokens.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('article')({
  marginBottom: 6,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.surface,
})
const Head = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  minHeight: sizes.row.comfortable,
  padding: '4px 10px',
  border: 0,
  borderRadius: sizes.radius,
  textAlign: 'start',
  background: 'none',
  cursor: 'pointer',
  '&:hover': { backgroundColor: color.hover },
  '&:focus-visible': focusRingInset,
  [touch]: { minHeight: sizes.controlTouch },
  '& > svg': { color: color.secondary },
  '& > svg:last-child': { transition: 'none' },
  '&[aria-expanded="true"] > svg:last-child': { transform: 'rotate(180deg)' },
  '& > span': { flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: '0 8px', overflowWrap: 'anywhere' },
  '& b': { fontWeight: 500 },
  '& [data-meta]': { ...type.table, color: color.secondary },
  '& time': { ...type.table, flex: 'none', color: color.secondary, fontVariantNumeric: 'tabular-nums' },
})
const Details = styled('fieldset')({
  display: 'grid',
  minWidth: 0,
  margin: 0,
  border: 0,
  gap: 12,
  padding: '4px 12px 12px 34px',
  [narrow]: { paddingLeft: 12 },
})

/** Everything that is known of an entry. */
function ActivityDetails({ customerId, activity }: { customerId: string; activity: Activity }) {
  const { changes, actor, at, subject, id } = activity
  const data = toldData(activity)
  return (
    <>
      {changes.length > 0 ? <ChangeTable activity={activity} /> : null}
      <FieldList>
        {data.map(([key, value]) => (
          <Field key={key} label={activityFieldLabel('data', key)}>
            {activityValueText('data', key, value)}
          </Field>
        ))}
        <Field label={m.activity_by()}>{actorName(actor)}</Field>
        <Field label={m.activity_at()}>
          <time dateTime={at}>{formatInstant(at)}</time>
        </Field>
        <Field label={subjectKindName(subject.type)}>
          <SubjectLink customerId={customerId} activity={activity} />
        </Field>
        <Field label={m.activity_id()} copy={id}>
          {id}
        </Field>
      </FieldList>
    </>
  )
}

interface Props {
  customerId: string
  activity: Activity
  isOpen: boolean
  onToggle: () => void
}

/** One thing that happened; expands to everything that is known of it. */
export function ActivityTile({ customerId, activity, isOpen, onToggle }: Props) {
  const id = useId()
  const title = activityTitle(activity)
  const about = subjectText(activity)
  return (
    <Root aria-label={title}>
      <Head type="button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={onToggle}>
        <Icon name={activityIcon(activity)} size={14} />
        <span>
          <b>{title}</b>
          {about ? <span data-meta="">{about}</span> : null}
          <span data-meta="">{actorName(activity.actor)}</span>
        </span>
        <time dateTime={activity.at} title={formatInstant(activity.at)}>
          {formatClock(activity.at)}
        </time>
        <Icon name="chevronDown" size={12} />
      </Head>
      {isOpen ? (
        <Details id={id} aria-label={m.activity_details_of({ title })}>
          <ActivityDetails customerId={customerId} activity={activity} />
        </Details>
      ) : null}
    </Root>
  )
}
