import { styled } from '@mui/material/styles'
import type { StoreLocation } from '#/contract/stores.ts'
import { formatInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

type Operation = Pick<StoreLocation, 'active' | 'operating'>

const day = 24 * 60 * 60 * 1000

const Note = styled('small')({ ...type.meta, display: 'block', color: color.secondary })

/** Until when and for how much longer, as far as it is known. */
function untilText(until: string | null): string {
  if (until === null) return m.stores_until_notice()
  const left = new Date(until).getTime() - Date.now()
  if (left <= 0) return m.stores_overdue({ until: formatInstant(until) })
  return m.stores_until({ until: formatInstant(until), count: Math.ceil(left / day) })
}

/** How a store stands in one line, for lists. Inactive counts more than closed for a time. */
export function storeStatusText({ active, operating: { available, until } }: Operation): string {
  if (!active) return m.record_inactive()
  return available ? m.record_active() : m.stores_closed({ note: untilText(until) })
}

/** How a store stands, with the reason where there is one. */
export function StoreStatus({ store }: { store: Operation }) {
  const { active, operating } = store
  const { available, reason, until } = operating
  const word = active ? (available ? m.record_active() : m.record_store_closed()) : m.record_inactive()
  return (
    <span>
      <StatusBadge tone={active ? (available ? 'positive' : 'caution') : 'neutral'}>{word}</StatusBadge>{' '}
      {active && !available ? <Note>{untilText(until)} </Note> : null}
      {reason && !available ? <Note>{reason}</Note> : null}
    </span>
  )
}
