import type { ChangeEvent } from '#/contract/changes.ts'
import type { Actor } from '#/contract/common.ts'
import type { Draft } from '#/contract/drafts.ts'
import type { Presence } from '#/contract/presence.ts'
import type { SavedWorkspace } from '#/contract/workspaces.ts'

/*
 * What the stores keep of work in progress: everybody's own, and of the log of changes.
 */

/** `<staffId>.<recordId>.<section>.<itemId>` */
export interface DraftRow extends Draft {
  id: string
  staffId: string
}

/** `<staffId>.<windowId>` */
export interface WorkspaceRow extends SavedWorkspace {
  id: string
  staffId: string
}

/** `<staffId>.<windowId>`; who has not said again that they are there is not. */
export interface PresenceRow extends Omit<Presence, 'displayName'> {
  id: string
  customerId: string
}

/** The position, written so that it sorts as text. */
export const changeId = (seq: number) => String(seq).padStart(16, '0')

/** One event of the log of changes. */
export interface ChangeRow extends Pick<ChangeEvent, 'seq' | 'type' | 'customerId' | 'etag' | 'at' | 'activityId'> {
  id: string
  resourceType: string
  resourceId: string
  actorType: Actor['type']
  actorId: string | null
  /** The only one who may see it, where it is about something of a person's own. */
  ownerId: string | null
}
