import type { ChangeEvent } from '#/contract/changes.ts'
import type { Live } from '#/shared/live/live.ts'
import type { Drafts } from '#/workspace/drafts/drafts.ts'

/** Whether an event tells of a draft that this window does not know: the person typed on another machine. */
function isNews({ store }: Drafts, { resource, etag }: ChangeEvent): boolean {
  if (resource.type !== 'draft') return false
  const slot = store.getState().slots[resource.id.replaceAll('.', '/')]
  return slot?.isSending !== true && (slot?.stored?.etag ?? null) !== etag
}

/** Reads the drafts again when one was changed that this window does not know. */
export function followDrafts(live: Live, drafts: Drafts) {
  live.subscribe(({ latest }, before) => {
    if (latest !== before.latest && latest.some((event) => isNews(drafts, event))) void drafts.engine?.refresh()
  })
}
