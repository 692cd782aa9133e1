import {
  changeId,
  type ChangeRow,
  type DraftRow,
  type PresenceRow,
  type WorkspaceRow,
} from '#server/store/live-rows.ts'

/*
 * Rows of work in progress and of the log of changes; a test names what it is about.
 */

export const aDraft = (over: Partial<DraftRow> & { id: string }): DraftRow => ({
  staffId: 'u1',
  recordId: 'c1',
  section: 'account',
  itemId: '-',
  etag: '"a"',
  baseEtag: '"1"',
  values: {},
  baseValues: {},
  windowId: null,
  at: '2026-01-05T08:00:00.000Z',
  ...over,
})

export const aWorkspace = (over: Partial<WorkspaceRow> & { id: string }): WorkspaceRow => ({
  staffId: 'u1',
  windowId: 'w1',
  records: [],
  activeId: null,
  closed: [],
  pages: {},
  at: '2026-01-05T08:00:00.000Z',
  ...over,
})

export const aPresence = (over: Partial<PresenceRow> & { id: string }): PresenceRow => ({
  staffId: 'u1',
  customerId: 'c1',
  section: null,
  editing: false,
  itemId: null,
  at: '2026-01-05T08:00:00.000Z',
  ...over,
})

export const aChange = (over: Partial<ChangeRow> = {}): ChangeRow => ({
  id: changeId(over.seq ?? 1),
  seq: 1,
  type: 'customer.updated',
  resourceType: 'customer',
  resourceId: 'c1',
  customerId: 'c1',
  etag: null,
  at: '2026-01-05T08:00:00.000Z',
  actorType: 'staff',
  actorId: 'u1',
  activityId: null,
  ownerId: null,
  ...over,
})
