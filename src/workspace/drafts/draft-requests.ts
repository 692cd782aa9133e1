import * as z from 'zod/mini'
import { deleteDraft, draftSchema, listDrafts, putDraft, type Draft } from '#/contract/drafts.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import type { DraftContent, DraftPlace, DraftTrouble, StoredDraft } from '#/workspace/drafts/draft-slot.ts'

const contentOf = ({ baseEtag, values, baseValues }: Draft): DraftContent => ({ baseEtag, values, baseValues })

const storedOf = (draft: Draft): StoredDraft => ({
  content: contentOf(draft),
  etag: draft.etag,
  at: draft.at,
  windowId: draft.windowId,
})

interface Send {
  windowId: string | null
  /** The page is going: the request has to outlive it. */
  isLast?: boolean
}

/** Stores a draft over the one that is known to be there, or where none is known to be. */
export async function storeDraft(
  place: DraftPlace,
  content: DraftContent,
  known: StoredDraft | null,
  { windowId, isLast = false }: Send,
): Promise<StoredDraft> {
  const condition = known?.etag ? { ifMatch: known.etag } : { ifNoneMatch: '*' as const }
  const body = { ...content, windowId }
  const draft = await api(putDraft, { path: { ...place }, body, ...condition, keepalive: isLast })
  return { ...storedOf(draft), content }
}

/** Stores a draft whatever is there: an earlier one is on its way and cannot be waited for. */
export const storeDraftAnyway = async (
  place: DraftPlace,
  content: DraftContent,
  windowId: string | null,
): Promise<unknown> => api(putDraft, { path: { ...place }, body: { ...content, windowId }, keepalive: true })

/** Deletes a draft in the version that is known; one that is gone already is as good. */
export async function removeDraft(place: DraftPlace, known: StoredDraft, { isLast = false } = {}): Promise<void> {
  const condition = known.etag === null ? {} : { ifMatch: known.etag }
  try {
    await api(deleteDraft, { path: { ...place }, ...condition, keepalive: isLast })
  } catch (error) {
    if (!isApiError(error, 'not-found')) throw error
  }
}

/** All stored drafts of the person. */
export async function readDrafts(): Promise<{ place: DraftPlace; stored: StoredDraft }[]> {
  const { items } = await api(listDrafts)
  return items.map((draft) => {
    const { recordId, section, itemId } = draft
    return { place: { recordId, section, itemId }, stored: storedOf(draft) }
  })
}

/** The draft that stands in the way, from a refusal because of its version; `null` when there is none any more. */
export function currentDraft(error: unknown): StoredDraft | null {
  const parsed = z.safeParse(draftSchema, isApiError(error) ? error.problem?.current : undefined)
  return parsed.success ? storedOf(parsed.data) : null
}

/** Why a draft could not be stored. */
export function troubleOf(error: unknown): DraftTrouble {
  if (isApiError(error, 'network')) return 'offline'
  if (isApiError(error, 'unauthenticated', 'session-expired')) return 'signed-out'
  if (isApiError(error, 'too-large')) return 'too-large'
  if (isApiError(error, 'validation')) {
    return error.errors.some(({ code }) => code === 'card-number') ? 'card-number' : 'refused'
  }
  const isFinal = isApiError(error) && error.status >= 400 && error.status < 500 && error.type !== 'too-many-requests'
  return isFinal ? 'refused' : 'failing'
}
