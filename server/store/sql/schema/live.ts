import type { WorkspaceBody } from '#/contract/workspaces.ts'
import { pgSequence, pgTable } from 'drizzle-orm/pg-core'
import type { ChangeRow, DraftRow } from '#server/store/live-rows.ts'
import {
  code,
  columns,
  flag,
  instant,
  json,
  key,
  position,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { sortedIndex } from '#server/store/sql/schema/indexes.ts'

export const drafts = pgTable(
  'drafts',
  columns({
    id: key,
    staffId: words,
    recordId: words,
    section: words,
    itemId: words,
    etag: words,
    baseEtag: words,
    values: json<DraftRow['values']>(),
    baseValues: json<DraftRow['baseValues']>(),
    windowId: wordsOrNull,
    at: instant,
  }),
  (table) => [
    sortedIndex('drafts', table.staffId),
    sortedIndex('drafts', table.recordId),
    sortedIndex('drafts', table.at),
  ],
)

export const workspaces = pgTable(
  'workspaces',
  columns({
    id: key,
    staffId: words,
    windowId: words,
    records: json<WorkspaceBody['records']>(),
    activeId: wordsOrNull,
    closed: json<WorkspaceBody['closed']>(),
    // A default, for the rows from before there was this column.
    pages: (name: string) => json<WorkspaceBody['pages']>()(name).default({}),
    at: instant,
  }),
  (table) => [sortedIndex('workspaces', table.staffId, table.at), sortedIndex('workspaces', table.at)],
)

export const presence = pgTable(
  'presence',
  columns({
    id: key,
    staffId: words,
    customerId: words,
    section: wordsOrNull,
    editing: flag,
    itemId: wordsOrNull,
    at: instant,
  }),
  (table) => [sortedIndex('presence', table.customerId, table.at), sortedIndex('presence', table.at)],
)

/** Where the positions of the log come from. */
export const changePositions = pgSequence('change_positions')

export const changes = pgTable(
  'changes',
  columns({
    id: key,
    seq: position,
    type: words,
    resourceType: words,
    resourceId: words,
    customerId: wordsOrNull,
    etag: wordsOrNull,
    at: instant,
    actorType: code<ChangeRow['actorType']>(),
    actorId: wordsOrNull,
    activityId: wordsOrNull,
    ownerId: wordsOrNull,
  }),
  (table) => [sortedIndex('changes', table.customerId, table.id), sortedIndex('changes', table.at)],
)
