import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/notes.ts'
import type { Note } from '#/contract/notes.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { restorableMs } from '#server/api/addresses.ts'
import { created, done, file, ok } from '#server/api/answer.ts'
import { checkedAttachment, downloadHeaders } from '#server/api/attachments.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, notFound } from '#server/api/refusal.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { NoteRow } from '#server/store/care-rows.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

export const pinnedFirst: SortKey<'notes'>[] = [
  { rank: [{ op: 'in', field: 'pinned', values: [true] }] },
  { field: 'createdAt', descending: true },
  { field: 'id', descending: true },
]

/** The notes of a customer that are not deleted, with the entries of cases if wanted. */
export const notesOf = (customerId: string, includeCaseNotes: boolean): Condition<'notes'>[] => [
  { op: 'in', field: 'customerId', values: [customerId] },
  { op: 'in', field: 'deletedAt', values: [null] },
  ...(includeCaseNotes ? [] : [{ op: 'in', field: 'source', values: ['note'] } as const]),
]

export function registerNotes({ handle, handleWrite }: Registry): void {
  handle(contract.listNotes, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { includeCaseNotes = false, number } = call.query
    const { rows, ...page } = await findPage(call, 'notes', {
      where: [
        ...notesOf(id, includeCaseNotes),
        ...(number ? [{ op: 'in', field: 'number', values: number } as const] : []),
      ],
      sort: pinnedFirst,
    })
    return ok({ items: await noteItems(call, rows), ...page })
  })

  handle(contract.getNote, async (call) => {
    await visibleCustomer(call, call.params.id)
    return ok(wireOf(await ownNote(call)))
  })

  handle(contract.getNoteAttachment, async (call) => {
    await visibleCustomer(call, call.params.id)
    const { attachment, fileId } = await ownNote(call)
    const stored = fileId === null ? undefined : await call.deps.files.read(call.store, fileId)
    if (!attachment || !stored) throw notFound()
    return file(stored.bytes, downloadHeaders(attachment.name, stored.mediaType))
  })

  handleWrite(contract.createNote, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const { content, pinned = false } = call.body()
    const row: NoteRow = {
      ...newEntity(call),
      ...plainNote,
      customerId: customer.id,
      number: await nextNumber(call, customer.id),
      content,
      pinned,
    }
    await call.store.insert('notes', [row])
    const changes = [{ field: 'content', from: null, to: content }]
    await record(call, row, 'noteAdded', pinned ? [...changes, { field: 'pinned', from: false, to: true }] : changes)
    return created(wireOf(row), `/customers/${customer.id}/notes/${row.id}`)
  })

  handleWrite(contract.patchNote, async (call) => {
    const row = await writableNote(call)
    call.preconditions.requireMatch(wireOf(row), contract.noteSchema)
    const { attachment, ...patch } = call.body()
    if (patch.content !== undefined || attachment === null) requireOwn(call, row)
    const { values, changes } = changesOf<NoteRow>(row, patch)
    const loses = attachment === null && row.attachment !== null
    if (changes.length === 0 && !loses) return ok(wireOf(row))

    if (loses && row.fileId !== null) await call.deps.files.remove(call.store, row.fileId)
    const lost = loses ? { attachment: null, fileId: null } : {}
    const changed = { ...row, ...values, ...lost, ...touched(call, row) }
    await call.store.update('notes', row.id, { ...values, ...lost, ...touched(call, row) })
    const attachmentChange = loses ? [{ field: 'attachment', from: row.attachment?.name ?? null, to: null }] : []
    await record(call, changed, kindOf(changes), [...changes, ...attachmentChange])
    return ok(wireOf(changed))
  })

  handleWrite(contract.deleteNote, async (call) => {
    const row = await writableNote(call)
    requireOwn(call, row)
    call.preconditions.requireMatch(wireOf(row), contract.noteSchema)
    await call.store.update('notes', row.id, { deletedAt: call.now, ...touched(call, row) })
    await record(call, row, 'noteDeleted', [{ field: 'content', from: row.content, to: null }])
    return done()
  })

  handleWrite(contract.restoreNote, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const row = await call.store.lock('notes', call.params.noteId)
    if (row?.customerId !== customer.id || !isRestorable(row, call.now)) throw notFound()
    requireOwn(call, row)
    const restored = { ...row, deletedAt: null, ...touched(call, row) }
    await call.store.update('notes', row.id, { deletedAt: null, ...touched(call, row) })
    await record(call, restored, 'noteRestored', [{ field: 'content', from: null, to: row.content }])
    return created(wireOf(restored), `/customers/${customer.id}/notes/${row.id}`)
  })

  handleWrite(contract.putNoteAttachment, async (call) => {
    const row = await writableNote(call)
    requireOwn(call, row)
    call.preconditions.requireMatch(wireOf(row), contract.noteSchema)
    const attachment = await checkedAttachment(call)
    if (row.fileId !== null) await call.deps.files.remove(call.store, row.fileId)
    const { mediaType } = attachment
    const fileId = await call.deps.files.put(call.store, { mediaType, bytes: call.bytes }, call.now)
    const changed = { ...row, attachment, fileId, ...touched(call, row) }
    await call.store.update('notes', row.id, { attachment, fileId, ...touched(call, row) })
    const change = { field: 'attachment', from: row.attachment?.name ?? null, to: attachment.name }
    await record(call, changed, 'noteChanged', [change])
    return ok(wireOf(changed))
  })
}

const plainNote = {
  source: 'note',
  attachment: null,
  fileId: null,
  caseId: null,
  entry: null,
  statusFrom: null,
  statusTo: null,
  deletedAt: null,
} as const

/** The customer is locked, so nobody else takes the number meanwhile. Deleted notes keep theirs. */
async function nextNumber({ store }: WriteCall, customerId: string): Promise<number> {
  const { rows } = await store.find('notes', {
    where: { op: 'and', conditions: [...mine(customerId), { op: 'in', field: 'source', values: ['note'] }] },
    sort: [{ field: 'number', descending: true }],
    limit: 1,
  })
  return (rows[0]?.number ?? 0) + 1
}

const mine = (customerId: string): Condition<'notes'>[] => [{ op: 'in', field: 'customerId', values: [customerId] }]

/** Choosing what stands on top is an event of its own. */
function kindOf(changes: readonly Change[]): CustomerActivityKind {
  return changes.length > 0 && changes.every(({ field }) => field === 'pinned') ? 'notePinned' : 'noteChanged'
}

/** Notes belong to who wrote them; whoever moderates may change all. */
function requireOwn({ identity, actor }: WriteCall, { createdBy }: NoteRow): void {
  const isOwn = createdBy.type === 'staff' && createdBy.id === actor.id
  if (isOwn || permissionsOf(identity.staff.roles).includes('note:moderate')) return
  throw new Refusal('forbidden', { requiredPermission: 'note:moderate' })
}

function isRestorable({ source, deletedAt }: NoteRow, now: string): boolean {
  return source === 'note' && deletedAt !== null && Date.parse(now) - Date.parse(deletedAt) <= restorableMs
}

type NoteCall<C extends ReadCall | WriteCall> = Pick<C, 'store' | 'identity'> & {
  params: { id: string; noteId: string }
}

async function ownNote({ store, params }: NoteCall<ReadCall>): Promise<NoteRow> {
  const row = await store.get('notes', params.noteId)
  if (row?.customerId !== params.id || row.source !== 'note' || row.deletedAt !== null) throw notFound()
  return row
}

async function writableNote(call: NoteCall<WriteCall>): Promise<NoteRow> {
  await writableCustomer(call, call.params.id)
  return await ownNote(call)
}

async function record(call: WriteCall, row: NoteRow, kind: CustomerActivityKind, changes: Change[]): Promise<void> {
  const subject = { type: 'note', id: row.id, label: String(row.number) }
  await recordActivity(call, { customerId: row.customerId, kind, group: 'notes', subject, changes })
}

/** Notes as they are answered; entries of cases say which case they belong to. */
export async function noteItems({ store }: ReadCall, rows: readonly NoteRow[]): Promise<Note[]> {
  const ids = rows.flatMap(({ caseId }) => caseId ?? [])
  const cases = new Map((await store.getMany('cases', [...new Set(ids)])).map((row) => [row.id, row]))
  return rows.map((row) => {
    const of = row.caseId === null ? undefined : cases.get(row.caseId)
    const { id, number, subject } = of ?? {}
    const isKnown = id !== undefined && number !== undefined && subject !== undefined
    return { ...wireOf(row), case: isKnown ? { id, number, subject, entry: row.entry ?? 'comment' } : null }
  })
}

const wireOf = (row: NoteRow): Note => ({ ...row, etag: etagOf(row), author: row.createdBy, case: null })
