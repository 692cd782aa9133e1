import { useRef } from 'react'

/** Idempotency keys: one for one intent, for trying the same thing again is no second change. */
export function useIntentKeys(): (intent: unknown) => string {
  const last = useRef<{ intent: string; key: string }>(undefined)
  return (intent) => {
    const text = JSON.stringify(intent)
    if (last.current?.intent !== text) last.current = { intent: text, key: crypto.randomUUID() }
    return last.current.key
  }
}
