import { foldText } from '#/contract/fold-text.ts'
import type * as rows from '#server/store/care-rows.ts'
import { activityRow } from '#server/store/derive-activity.ts'
import { searchTextOf } from '#server/store/search-text.ts'
import { builtAt, entity, nextId } from '#tests/builders.ts'

type Of<Row> = Partial<Row> & { customerId: string }

let numbered = 0

export function aNote(over: Of<rows.NoteRow>): rows.NoteRow {
  numbered += 1
  return {
    ...entity('n'),
    number: over.source === 'case' ? null : numbered,
    content: 'Called about the delivery',
    pinned: false,
    attachment: null,
    source: 'note',
    caseId: null,
    entry: null,
    statusFrom: null,
    statusTo: null,
    fileId: null,
    deletedAt: null,
    ...over,
  }
}

export const aFile = (over: Partial<rows.FileRow> = {}): rows.FileRow => ({
  id: nextId('f'),
  mediaType: 'application/pdf',
  size: 5,
  content: btoa('%PDF-'),
  createdAt: builtAt,
  ...over,
})

export function aCase(over: Of<rows.CaseRow>): rows.CaseRow {
  const base = entity('k')
  const row = {
    ...base,
    number: `K-${base.id.slice(1)}`,
    subject: 'Parcel is late',
    description: null,
    type: null,
    statusCode: 'new',
    statusClass: 'open' as const,
    priority: null,
    deadline: null,
    tags: [],
    contactMethod: null,
    assignee: null,
    relatedProduct: null,
    openedAt: builtAt,
    closedAt: null,
    ...over,
  }
  const searchText = searchTextOf([row.number, row.subject, row.description])
  return { ...row, numberFolded: foldText(row.number), searchText, ...over }
}

export const aContact = (over: Of<rows.ContactRow>): rows.ContactRow => ({
  ...entity('t'),
  name: 'Grace Hopper',
  role: null,
  phone: null,
  phoneExt: null,
  email: null,
  address: null,
  isPrimary: false,
  isBilling: false,
  ...over,
})

export const anAlternativeContact = (
  over: Of<rows.AlternativeContactRow> & { memberId: string },
): rows.AlternativeContactRow => ({ ...entity('l'), support: true, billing: false, productIds: [], ...over })

export const anAlert = (over: Of<rows.AlertRow>): rows.AlertRow => ({
  ...entity('w'),
  kind: 'usage',
  service: 'Mobile data',
  threshold: 80,
  usage: { used: 8, allowance: 10, unit: 'GB' },
  sentAt: builtAt,
  channel: 'email',
  recipient: 'ada@example.org',
  subject: '80 % used',
  body: null,
  ...over,
})

export const aJob = (over: Partial<rows.JobRow> = {}): rows.JobRow => ({
  id: nextId('x'),
  version: 1,
  kind: 'report',
  resource: { type: 'customer', id: 'c1' },
  status: 'succeeded',
  progress: { done: 1, total: 1 },
  createdAt: builtAt,
  createdBy: { type: 'system', id: null, displayName: null },
  startedAt: builtAt,
  finishedAt: builtAt,
  problem: null,
  ownerId: 'u1',
  customerId: null,
  rows: {},
  fileId: null,
  fileBytes: null,
  expiresAt: null,
  ...over,
})

export const anActivity = (over: Of<rows.ActivityRow>): rows.ActivityRow =>
  Object.assign(
    activityRow({
      id: nextId('h'),
      kind: 'detailsChanged',
      group: 'account',
      at: builtAt,
      actor: { type: 'system', id: null, displayName: null },
      subject: { type: 'customer', id: over.customerId, label: 'C-1' },
      ...over,
    }),
    over,
  )
