import type { StoreLocation } from '#/contract/stores.ts'
import { formatInstant } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

/** Inactive counts more than closed for a time, which counts more than active. */
export function StoreStatus({ store }: { store: Pick<StoreLocation, 'active' | 'operating'> }) {
  if (!store.active) return <StatusBadge tone="neutral">{m.record_inactive()}</StatusBadge>
  const { available, reason, until } = store.operating
  if (available) return <StatusBadge tone="positive">{m.record_active()}</StatusBadge>
  const closed = until === null ? m.record_store_closed() : m.record_store_closed_until({ until: formatInstant(until) })
  return (
    <>
      <StatusBadge tone="caution">{closed}</StatusBadge>
      {reason && <small> {reason}</small>}
    </>
  )
}
