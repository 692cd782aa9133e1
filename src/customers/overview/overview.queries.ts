import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { getOverview, type Overview, type OverviewCards } from '#/contract/overview.ts'
import { api } from '#/shared/api/api.ts'
import { meQuery } from '#/shared/session/me.queries.ts'

export type CardName = keyof OverviewCards

/** What is known of all cards. */
export interface ShownOverview extends Overview {
  /** The notes were read with the entries of cases. */
  includesCases: boolean
  /** Cards whose source failed since: they show what it said before. */
  stale: readonly CardName[]
}

export const overviewKeys = {
  of: (customerId: string) => ['customers', 'overview', customerId] as const,
  card: (customerId: string, name: CardName) => ['customers', 'overview-card', customerId, name] as const,
}

interface Answer extends Overview {
  includesCases: boolean
}

/** All cards, or those that are named. */
async function readCards(
  client: QueryClient,
  customerId: string,
  { include, signal }: { include?: CardName[]; signal: AbortSignal },
): Promise<Answer> {
  const { preferences } = await client.ensureQueryData(meQuery)
  const includesCases = preferences.includeCaseNotes
  const answer = await api(getOverview, {
    path: { id: customerId },
    query: { includeCaseNotes: includesCases, ...(include ? { include } : {}) },
    signal,
  })
  return { ...answer, includesCases }
}

/** A card that fails keeps what it showed, as long as that is an answer to the same question. */
function merged(before: ShownOverview | undefined, { customer, cards: read, includesCases }: Answer): ShownOverview {
  const stale = new Set(before?.stale)
  const kept = (Object.keys(read) as CardName[]).filter((name) => {
    const isSame = name !== 'notes' || before?.includesCases === includesCases
    return isSame && read[name]?.state === 'unavailable' && before?.cards[name]?.state === 'ok'
  })
  for (const name of Object.keys(read) as CardName[]) stale.delete(name)
  for (const name of kept) stale.add(name)
  const cards = { ...before?.cards, ...read }
  for (const name of kept) Object.assign(cards, { [name]: before?.cards[name] })
  return {
    customer,
    cards,
    includesCases: read.notes ? includesCases : (before?.includesCases ?? includesCases),
    stale: [...stale],
  }
}

/** All cards of one customer, in one request. */
export const overviewQuery = (customerId: string) =>
  queryOptions({
    queryKey: overviewKeys.of(customerId),
    queryFn: async ({ client, signal }) => {
      const answer = await readCards(client, customerId, { signal })
      return merged(client.getQueryData<ShownOverview>(overviewKeys.of(customerId)), answer)
    },
  })

/** Reads one card again and puts it among the others. */
export async function refreshCard(client: QueryClient, customerId: string, name: CardName): Promise<void> {
  const answer = await client.fetchQuery({
    queryKey: overviewKeys.card(customerId, name),
    queryFn: async ({ signal }) => readCards(client, customerId, { include: [name], signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const { queryKey } = overviewQuery(customerId)
  // The other cards are as old as they were.
  const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt
  client.setQueryData(queryKey, (before) => before && merged(before, answer), updatedAt ? { updatedAt } : {})
}
