import { useSyncExternalStore } from 'react'
import { RecordFlag } from '#/customers/record/record-flag.tsx'
import { formatInstant, formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const minute = 60_000

/** Calls back whenever a minute less is left, at last when none is. */
function countDown(end: number, onMinute: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    const left = end - Date.now()
    if (!(left > 0)) return
    timer = setTimeout(
      () => {
        onMinute()
        wait()
      },
      left % minute || minute,
    )
  }
  wait()
  return () => clearTimeout(timer)
}

/** Minutes begun until then; 0 when it is over. */
export function useMinutesLeft(end: number): number {
  return useSyncExternalStore(
    (onMinute) => countDown(end, onMinute),
    // No time at all is over.
    () => Math.max(0, Math.ceil((end - Date.now()) / minute)) || 0,
  )
}

/** The sign-in is locked for a while; goes by itself when the while is over. */
export function LockFlag({ until }: { until: string }) {
  if (useMinutesLeft(Date.parse(until)) === 0) return null
  return (
    <RecordFlag icon="lock" tone="caution" title={formatInstant(until)}>
      {m.record_locked({ when: formatRelative(until) })}
    </RecordFlag>
  )
}
