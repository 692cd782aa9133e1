import { pgTable } from 'drizzle-orm/pg-core'
import type * as rows from '#server/store/care-rows.ts'
import {
  code,
  columns,
  flag,
  instant,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  decimalOrNull,
  whole,
  wholeOrNull,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { entityColumns } from '#server/store/sql/schema/entity-columns.ts'
import { sortedIndex, uniqueIndexes } from '#server/store/sql/schema/indexes.ts'

export const notes = pgTable(
  'notes',
  columns({
    ...entityColumns,
    customerId: words,
    number: wholeOrNull,
    content: words,
    pinned: flag,
    attachment: jsonOrNull<rows.NoteRow['attachment']>(),
    source: code<rows.NoteRow['source']>(),
    caseId: wordsOrNull,
    entry: wordsOrNull,
    statusFrom: wordsOrNull,
    statusTo: wordsOrNull,
    fileId: wordsOrNull,
    deletedAt: instantOrNull,
  }),
  (table) => [
    ...uniqueIndexes('notes', table),
    sortedIndex('notes', table.customerId, table.createdAt),
    sortedIndex('notes', table.caseId, table.createdAt),
    sortedIndex('notes', table.deletedAt),
  ],
)

export const files = pgTable(
  'files',
  columns({ id: key, mediaType: words, size: whole, content: words, createdAt: instant }),
)

export const cases = pgTable(
  'cases',
  columns({
    ...entityColumns,
    customerId: words,
    number: words,
    numberFolded: words,
    subject: words,
    description: wordsOrNull,
    type: wordsOrNull,
    statusCode: words,
    statusClass: code<rows.CaseRow['statusClass']>(),
    priority: wordsOrNull,
    deadline: wordsOrNull,
    tags: list(),
    contactMethod: wordsOrNull,
    assignee: jsonOrNull<rows.CaseRow['assignee']>(),
    relatedProduct: jsonOrNull<rows.CaseRow['relatedProduct']>(),
    openedAt: instant,
    closedAt: instantOrNull,
    searchText: words,
  }),
  (table) => [...uniqueIndexes('cases', table), sortedIndex('cases', table.customerId, table.openedAt)],
)

export const contacts = pgTable(
  'contacts',
  columns({
    ...entityColumns,
    customerId: words,
    name: words,
    role: wordsOrNull,
    phone: wordsOrNull,
    phoneExt: wordsOrNull,
    email: wordsOrNull,
    address: jsonOrNull<rows.ContactRow['address']>(),
    isPrimary: flag,
    isBilling: flag,
  }),
  (table) => [...uniqueIndexes('contacts', table), sortedIndex('contacts', table.customerId, table.createdAt)],
)

export const alternativeContacts = pgTable(
  'alternative_contacts',
  columns({
    ...entityColumns,
    customerId: words,
    memberId: words,
    support: flag,
    billing: flag,
    productIds: list(),
  }),
  (table) => [
    ...uniqueIndexes('alternativeContacts', table),
    sortedIndex('alternativeContacts', table.memberId, table.createdAt),
  ],
)

export const alerts = pgTable(
  'alerts',
  columns({
    ...entityColumns,
    customerId: words,
    kind: words,
    service: wordsOrNull,
    threshold: decimalOrNull,
    usage: jsonOrNull<rows.AlertRow['usage']>(),
    sentAt: instant,
    channel: wordsOrNull,
    recipient: wordsOrNull,
    subject: wordsOrNull,
    body: wordsOrNull,
  }),
  (table) => [...uniqueIndexes('alerts', table), sortedIndex('alerts', table.customerId, table.sentAt)],
)

export const jobs = pgTable(
  'jobs',
  columns({
    id: key,
    version: whole,
    kind: words,
    resource: json<rows.JobRow['resource']>(),
    status: code<rows.JobRow['status']>(),
    progress: json<rows.JobRow['progress']>(),
    createdAt: instant,
    createdBy: json<rows.JobRow['createdBy']>(),
    startedAt: instantOrNull,
    finishedAt: instantOrNull,
    problem: jsonOrNull<rows.JobRow['problem']>(),
    ownerId: words,
    customerId: wordsOrNull,
    rows: json<rows.JobRow['rows']>(),
    fileId: wordsOrNull,
    fileBytes: wholeOrNull,
    expiresAt: instantOrNull,
  }),
  (table) => [
    sortedIndex('jobs', table.ownerId, table.createdAt),
    sortedIndex('jobs', table.customerId),
    sortedIndex('jobs', table.createdAt),
    sortedIndex('jobs', table.expiresAt),
  ],
)

export const activities = pgTable(
  'activities',
  columns({
    id: key,
    customerId: wordsOrNull,
    kind: words,
    group: words,
    title: wordsOrNull,
    at: instant,
    actor: json<rows.ActivityRow['actor']>(),
    actorType: code<rows.ActivityRow['actorType']>(),
    actorId: wordsOrNull,
    subject: json<rows.ActivityRow['subject']>(),
    changes: json<rows.ActivityRow['changes']>(),
    data: json<rows.ActivityRow['data']>(),
    legacy: flag,
    audited: flag,
    searchText: words,
  }),
  (table) => [
    sortedIndex('activities', table.customerId, table.legacy, table.at, table.id),
    // What a filter leaves of very many is read in order too.
    sortedIndex('activities', table.customerId, table.group, table.at, table.id),
    sortedIndex('activities', table.customerId, table.kind, table.at, table.id),
    sortedIndex('activities', table.audited, table.at, table.id),
  ],
)
