import type { Preferences } from '#/contract/me.ts'
import type { Role } from '#/contract/permissions.ts'
import { pgTable } from 'drizzle-orm/pg-core'
import type { IdempotencyRow, OutboxRow } from '#server/store/rows.ts'
import {
  code,
  columns,
  instant,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  whole,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { sortedIndex, uniqueIndexes } from '#server/store/sql/schema/indexes.ts'

export const staff = pgTable(
  'staff',
  columns({
    id: key,
    version: whole,
    username: words,
    usernameFolded: words,
    displayName: words,
    email: wordsOrNull,
    roles: list<Role>(),
    scopeIds: list(),
    passwordHash: wordsOrNull,
    disabledAt: instantOrNull,
    preferences: json<Preferences>(),
    createdAt: instant,
  }),
  (table) => uniqueIndexes('staff', table),
)

export const sessions = pgTable(
  'sessions',
  columns({ id: key, staffId: words, createdAt: instant, lastSeenAt: instant, expiresAt: instant }),
  (table) => [sortedIndex('sessions', table.staffId), sortedIndex('sessions', table.expiresAt)],
)

export const outbox = pgTable(
  'outbox',
  columns({
    id: key,
    kind: code<OutboxRow['kind']>(),
    customerId: words,
    createdAt: instant,
    deliveredAt: instantOrNull,
    attempts: whole,
    nextAttemptAt: instant,
  }),
  (table) => [sortedIndex('outbox', table.deliveredAt, table.nextAttemptAt), sortedIndex('outbox', table.createdAt)],
)

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  columns({
    id: key,
    payloadHash: words,
    status: whole,
    headers: json<IdempotencyRow['headers']>(),
    body: wordsOrNull,
    createdAt: instant,
  }),
  (table) => [sortedIndex('idempotencyKeys', table.createdAt)],
)

export const settings = pgTable('settings', columns({ id: key, value: jsonOrNull<unknown>() }))
