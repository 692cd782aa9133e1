import type { StoreApi } from 'zustand/vanilla'
import type { OpenChannel } from '#/shared/live/window-channel.ts'
import type { Session } from '#/shared/session/session.ts'
import type { DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import type { Workspace } from '#/workspace/workspace.ts'

export interface DraftsState {
  /** By record, section and item. */
  slots: Readonly<Record<string, DraftSlot>>
  /** Whether the stored drafts are known. */
  isRead: boolean
}

/** What the drafts of one app live on. */
export interface DraftSource {
  store: StoreApi<DraftsState>
  workspace: Workspace
  session: Session
  windowId: Promise<string>
  /** Id of the person who is signed in. */
  personId: () => string | undefined
  /** The session is over. */
  onSignedOut: () => void
  openChannel: OpenChannel
}
