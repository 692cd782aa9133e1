import * as z from 'zod/mini'
import { deleteDraft, draftKeySchema, draftSchema, listDrafts, putDraft } from '#/contract/drafts.ts'
import { done, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { notFound } from '#server/api/refusal.ts'
import { refuseCardNumbers } from '#server/api/validation.ts'
import { newId } from '#server/store/new-id.ts'
import type { DraftRow } from '#server/store/live-rows.ts'
import { DuplicateError } from '#server/store/store.ts'
import type { Transaction } from '#server/store/store.ts'

/** How long unsaved work is kept. */
export const draftsMs = 30 * 24 * 60 * 60_000

/**
 * Unsaved work belongs to whoever typed it and to nobody else. It is no change of a customer: it leaves no activity, and
 * it may be about a record that was deleted or that the person no longer sees.
 */
export function registerDrafts({ handle, handleWrite }: Registry): void {
  handle(listDrafts, async ({ store, identity }) => {
    const where = { op: 'in', field: 'staffId', values: [identity.staff.id] } as const
    return ok({ items: (await store.find('drafts', { where })).rows })
  })

  handleWrite(putDraft, async (call) => {
    const place = placeOf(call)
    const before = await call.store.lock('drafts', place.id)
    call.preconditions.honour(before, draftSchema)
    const { baseValues = {}, windowId = null, ...body } = call.body()
    refuseCardNumbers(body.values, ['values'])
    const row = {
      ...place,
      ...body,
      baseValues,
      windowId,
      etag: `"${newId(Date.parse(call.now))}"`,
      at: call.now,
    }
    await write(call, row, before)
    return ok(row)
  })

  handleWrite(deleteDraft, async (call) => {
    const { id } = placeOf(call)
    const before = await call.store.lock('drafts', id)
    call.preconditions.honour(before, draftSchema)
    if (before) await call.store.remove('drafts', id)
    return done()
  })
}

/** 404 for what no draft is ever called. */
function placeOf({ params, identity }: Pick<WriteCall, 'params' | 'identity'>) {
  const key = z.safeParse(draftKeySchema, params)
  if (!key.success) throw notFound()
  const staffId = identity.staff.id
  return { id: [staffId, ...Object.values(key.data)].join('.'), staffId, ...key.data }
}

async function write(call: WriteCall, row: DraftRow, before: DraftRow | undefined): Promise<void> {
  if (!before) {
    try {
      await call.store.insert('drafts', [row])
      return
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error
      // Another window was quicker: that one counts as the draft before, as if it had come a moment earlier.
      call.preconditions.honour(await call.store.lock('drafts', row.id), draftSchema)
    }
  }
  await call.store.update('drafts', row.id, row)
}

/** Forgets everybody's unsaved work on a customer: part of its anonymisation. */
export async function removeDraftsOf(store: Transaction, customerId: string): Promise<void> {
  const where = { op: 'in', field: 'recordId', values: [customerId] } as const
  for (const { id } of (await store.find('drafts', { where })).rows) await store.remove('drafts', id)
}
