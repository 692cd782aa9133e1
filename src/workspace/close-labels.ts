import { m } from '#/shared/i18n/generated/messages.js'

/** Pinned records stay open when others are closed together; the label says so. */
export const closeOthersLabel = (pinned: readonly string[]) =>
  pinned.length > 0 ? m.workspace_close_others_unpinned() : m.workspace_close_others()
export const closeAllLabel = (pinned: readonly string[]) =>
  pinned.length > 0 ? m.workspace_close_all_unpinned() : m.workspace_close_all()
