import { queryOptions } from '@tanstack/react-query'
import { listPresence, presenceMs, type Presence } from '#/contract/presence.ts'
import { api } from '#/shared/api/api.ts'

export const presenceKeys = {
  of: (customerId: string) => ['customers', 'presence', customerId] as const,
}

/** Looked at again when somebody could have gone without a word, but neither hastily nor rarely; in milliseconds. */
const soonest = 3000
const latest = presenceMs

/**
 * When to ask again who is there: nobody tells of those who go without a word. The clock of the server is taken to be at
 * least where the newest word of a colleague was.
 */
export function askAgainIn(colleagues: readonly Presence[], now: number): number | false {
  const times = colleagues.map(({ at }) => Date.parse(at))
  if (times.length === 0) return false
  const server = Math.max(now, ...times)
  const oldest = Math.min(...times)
  return Math.min(latest, Math.max(soonest, oldest + presenceMs - server + 200))
}

/** Colleagues who have the customer on the screen. */
export const presenceQuery = (customerId: string) =>
  queryOptions({
    queryKey: presenceKeys.of(customerId),
    queryFn: async ({ signal }) => (await api(listPresence, { path: { id: customerId }, signal })).items,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => askAgainIn(state.data ?? [], Date.now()),
  })
