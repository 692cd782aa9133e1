import { useState } from 'react'

/** Everything that was ever among the values: a filter must not shrink its own choices. */
export function useSeen(values: readonly string[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([])
  const added = [...new Set(values)].filter((value) => !seen.includes(value))
  if (added.length === 0) return seen
  const all = [...seen, ...added]
  setSeen(all)
  return all
}
