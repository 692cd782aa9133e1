/** Ids of the element that shows a record, of its tab, and of what describes the tab. */
export const panelId = (id: string) => `record-${id}`
export const tabId = (id: string) => `record-tab-${id}`
export const tabDescriptionId = (id: string) => `record-tab-${id}-about`

/** What is shown beside navigation and strip: where the focus goes when its place is gone. */
export const contentId = 'content'

/** The link that focus falls back to when no tab is left. */
export const listLinkId = 'nav-customers'
