import { styled } from '@mui/material/styles'
import type { Alert } from '#/contract/alerts.ts'
import { CardRow, Meta } from '#/customers/overview/card-rows.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Time } from '#/shared/ui/time.tsx'

/** The words beside it say the same. */
const Bar = styled('span')({
  display: 'block',
  maxWidth: 320,
  height: 6,
  margin: '4px 0 2px',
  borderRadius: 3,
  overflow: 'hidden',
  backgroundColor: color.neutralSoft,
  '& > span': { display: 'block', height: '100%', backgroundColor: color.accent },
  '&[data-level="high"] > span': { backgroundColor: color.caution },
  '&[data-level="full"] > span': { backgroundColor: color.critical },
})

/** From here on little is left, in percent. */
const highFrom = 80

const levelOf = (percent: number) => (percent >= 100 ? 'full' : percent >= highFrom ? 'high' : 'normal')

function Usage({ usage: { used, allowance, unit } }: { usage: NonNullable<Alert['usage']> }) {
  const percent = allowance > 0 ? Math.round((used / allowance) * 100) : undefined
  const words = m.overview_alert_usage({
    used: formatQuantity(used),
    allowance: formatQuantity(allowance),
    unit: unit ?? '',
  })
  return (
    <>
      {percent === undefined ? null : (
        <Bar aria-hidden="true" data-level={levelOf(percent)}>
          <span style={{ width: `${Math.min(percent, 100)}%` }} />
        </Bar>
      )}
      <Meta>
        <span>{words.replaceAll(/\s+/gu, ' ')}</span>
        {percent === undefined ? null : <span>{m.overview_alert_percent({ percent: formatQuantity(percent) })}</span>}
      </Meta>
    </>
  )
}

/** One notification that the customer was sent. */
export function AlertRow({ alert, hasBody = false }: { alert: Alert; hasBody?: boolean }) {
  const { kind, service, subject, threshold, usage, channel, recipient, sentAt, body } = alert
  const name = codeLabel('alertKind', kind)
  const by = channel === null ? recipient : codeLabel('alertChannel', channel)
  return (
    <CardRow
      title={<bdi>{subject ?? service ?? name}</bdi>}
      aside={
        <Meta>
          <Time at={sentAt} />
        </Meta>
      }
    >
      <Meta>
        {subject === null && service === null ? null : <span>{name}</span>}
        {subject === null || service === null ? null : <bdi>{service}</bdi>}
        {threshold === null ? null : (
          <span>{m.overview_alert_threshold({ threshold: formatQuantity(threshold) })}</span>
        )}
        {by === null ? null : (
          <bdi>{channel !== null && recipient !== null ? m.overview_alert_by({ channel: by, recipient }) : by}</bdi>
        )}
      </Meta>
      {usage === null ? null : <Usage usage={usage} />}
      {hasBody && body !== null ? (
        <p dir="auto" style={{ whiteSpace: 'pre-line' }}>
          {body}
        </p>
      ) : null}
    </CardRow>
  )
}
