import type { HistoryLocation } from '@tanstack/react-router'
import type { RecordViews } from '#/workspace/closed-records.ts'
import { readKept } from '#/workspace/kept-state.ts'
import { withUse } from '#/workspace/least-used.ts'
import { pinnedFirst } from '#/workspace/pins.ts'
import { visitAtStart } from '#/workspace/workspace-address.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

/** This many records are open before one has to go, unless the installation says otherwise. */
const usualLimit = 30

/** What is open by the first address, with what its history entry kept over a reload. */
export function startState({ pathname, search, state }: HistoryLocation): {
  state: WorkspaceState
  views: RecordViews
} {
  const { records, active, dropped } = visitAtStart(search, pathname)
  const { views, kept } = readKept(state.views)
  const ids = new Set(records.map(({ id }) => id))
  const pinned = kept.pinned.filter((id) => ids.has(id))
  return {
    views,
    state: {
      ...kept,
      records: pinnedFirst(records, pinned),
      active,
      pinned,
      used: active === null ? kept.used : withUse(kept.used, active),
      mounted: active === null ? [] : [active],
      closed: kept.closed.filter(({ id }) => !ids.has(id)),
      startSection: 'account',
      limit: usualLimit,
      unsaved: {},
      conflicted: {},
      asking: null,
      dropped,
      news: [],
      offer: null,
      isStored: true,
      switches: 0,
      switchedAt: Number.NEGATIVE_INFINITY,
      showsList: false,
      showsKeys: false,
      searches: 0,
    },
  }
}
