import { useState } from 'react'
import * as z from 'zod/mini'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/**
 * How a section is looked at: sort, filters. Kept for its record, also over a reload; what is kept comes to stand in the
 * history entry, so the schema may hold codes and numbers only, and it gives a default for what it cannot read.
 */
export function useKeptView<T extends object>(
  customerId: string,
  place: string,
  schema: z.ZodMiniType<T>,
): [T, (view: T) => void] {
  const workspace = useWorkspace()
  const [view, setView] = useState(() => z.parse(schema, workspace.recall(customerId, place) ?? {}))
  const keep = (next: T) => {
    workspace.remember(customerId, place, next)
    setView(next)
  }
  return [view, keep]
}
