import type { StoreLocation } from '#/contract/stores.ts'
import { formatInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

type Operation = Pick<StoreLocation, 'active' | 'operating'>

const day = 24 * 60 * 60 * 1000

/** Closed, until when and for how much longer, as far as it is known. */
function closedText(until: string | null): string {
  if (until === null) return m.stores_closed_open_end()
  const left = new Date(until).getTime() - Date.now()
  if (left <= 0) return m.stores_closed_overdue({ until: formatInstant(until) })
  return m.stores_closed_until({ until: formatInstant(until), count: Math.ceil(left / day) })
}

/** How a store stands in one line, for lists. Inactive counts more than closed for a time. */
export function storeStatusText({ active, operating: { available, until } }: Operation): string {
  if (!active) return m.record_inactive()
  return available ? m.record_active() : closedText(until)
}

/** How a store stands, with the reason where there is one. */
export function StoreStatus({ store }: { store: Operation }) {
  const { available, reason } = store.operating
  const tone = store.active ? (available ? 'positive' : 'caution') : 'neutral'
  return (
    <span>
      <StatusBadge tone={tone}>{storeStatusText(store)}</StatusBadge>
      {reason && !available ? <small> {reason}</small> : null}
    </span>
  )
}
