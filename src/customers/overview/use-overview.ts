import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { OverviewCards } from '#/contract/overview.ts'
import { overviewQuery, refreshCard, type CardName, type ShownOverview } from '#/customers/overview/overview.queries.ts'
import { usePreferences } from '#/shared/session/preferences.ts'

/** What every card is handed. */
export interface OverviewRead {
  customerId: string
  /** Nothing while they are loading. */
  cards: OverviewCards | undefined
  /** Cards that could not be read again. */
  stale: readonly CardName[]
  /** Cards that are being read alone. */
  busy: readonly CardName[]
  /** Reads one card again, and no other. */
  refresh: (name: CardName) => Promise<void>
}

const withName = (names: readonly CardName[], name: CardName) => [...names.filter((one) => one !== name), name]
const withoutName = (names: readonly CardName[], name: CardName) => names.filter((one) => one !== name)

/** The cards of a customer: read together, each read again alone. */
export function useOverview(customerId: string): { query: UseQueryResult<ShownOverview>; read: OverviewRead } {
  const client = useQueryClient()
  const query = useQuery(overviewQuery(customerId))
  const [busy, setBusy] = useState<readonly CardName[]>([])
  const [failed, setFailed] = useState<readonly CardName[]>([])

  const settled = useCallback(
    (name: CardName, isFailed: boolean) => () =>
      setFailed((names) => (isFailed ? withName(names, name) : withoutName(names, name))),
    [],
  )
  const refresh = async (name: CardName) => {
    setBusy((names) => withName(names, name))
    await refreshCard(client, customerId, name).then(settled(name, false), settled(name, true))
    setBusy((names) => withoutName(names, name))
  }

  // The choice may be made here, among the notes, or in another window.
  const { includeCaseNotes } = usePreferences()
  const includesCases = query.data?.includesCases
  useEffect(() => {
    if (includesCases === undefined || includesCases === includeCaseNotes) return
    refreshCard(client, customerId, 'notes').then(settled('notes', false), settled('notes', true))
  }, [includesCases, includeCaseNotes, client, customerId, settled])

  const stale = [...new Set([...(query.data?.stale ?? []), ...failed])]
  return { query, read: { customerId, cards: query.data?.cards, stale, busy, refresh } }
}
