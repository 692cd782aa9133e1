import type { Case } from '#/contract/cases.ts'
import { customerName } from '#/contract/customer-name.ts'
import type { ReadCall, WriteCall } from '#server/api/call.ts'
import { newEntity } from '#server/api/entity-row.ts'
import { etagOf } from '#server/api/preconditions.ts'
import type { CaseRow, NoteRow } from '#server/store/care-rows.ts'
import type { CustomerRow } from '#server/store/rows.ts'

interface Entry {
  entry: 'opened' | 'comment' | 'closed' | 'reopened' | 'statusChanged'
  content: string | null
  /** Status before a change of it. */
  from?: string
}

/** Writes down what was said or done about a case, where notes about the customer stand. */
export async function writeCaseEntry(
  call: WriteCall,
  { id, customerId, statusCode }: CaseRow,
  { entry, content, from }: Entry,
): Promise<void> {
  const row: NoteRow = {
    ...newEntity(call),
    customerId,
    number: null,
    content: content ?? '',
    pinned: false,
    attachment: null,
    source: 'case',
    caseId: id,
    entry,
    statusFrom: from ?? null,
    statusTo: from === undefined ? null : statusCode,
    fileId: null,
    deletedAt: null,
  }
  await call.store.insert('notes', [row])
}

/** A case with whose it is and everything that was said about it, oldest first. */
export async function caseOf(
  { store }: Pick<ReadCall | WriteCall, 'store'>,
  row: CaseRow,
  customer: CustomerRow,
): Promise<Case> {
  const { rows } = await store.find('notes', {
    where: { op: 'in', field: 'caseId', values: [row.id] },
    sort: [{ field: 'createdAt' }, { field: 'id' }],
  })
  return {
    ...row,
    etag: etagOf(row),
    status: { code: row.statusCode, class: row.statusClass },
    openedBy: row.createdBy,
    customer: { id: customer.id, customerNumber: customer.customerNumber, name: customerName(customer) },
    comments: rows
      // What the case began with stands in its description.
      .filter(({ entry }) => entry !== 'opened')
      .map((note) => ({
        id: note.id,
        entry: note.entry ?? 'comment',
        content: note.content === '' ? null : note.content,
        from: note.statusFrom,
        to: note.statusTo,
        at: note.createdAt,
        author: note.createdBy,
      })),
  }
}
