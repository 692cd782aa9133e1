import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'
import { formatInstant, formatRelative, presentInstant } from '#/shared/format/format-time.ts'
import { Tooltip } from '#/shared/ui/tooltip.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'

const Plain = styled('button')({
  padding: 0,
  border: 0,
  background: 'none',
  textAlign: 'inherit',
  fontVariantNumeric: 'tabular-nums',
  cursor: 'help',
  borderRadius: 2,
})

interface Props {
  /** Instant; absent and 1900 or before count as never. */
  at: string | null | undefined
  /** Words for never; "Never" by default. */
  never?: string
  /** In a table: no tab stop of its own, the full time is in the title. */
  isInTable?: boolean
}

/** A moment: relative within a week, else the date; the full time with its zone on hover and focus. */
export function Time({ at, never = m.common_never(), isInTable = false }: Props) {
  const instant = presentInstant(at)
  if (instant === null) return <NotSetTime text={never} />
  const full = formatInstant(instant)
  if (isInTable) {
    return (
      <time dateTime={instant} title={full}>
        {formatRelative(instant)}
      </time>
    )
  }
  return (
    <Tooltip text={full}>
      <Plain type="button">
        <time dateTime={instant}>{formatRelative(instant)}</time>
      </Plain>
    </Tooltip>
  )
}

/** "Never" is a fact about a login, so it is written out. */
function NotSetTime({ text }: { text: string }) {
  return text ? <span>{text}</span> : <NotSet />
}
