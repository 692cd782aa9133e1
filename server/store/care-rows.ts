import type { Activity } from '#/contract/activities.ts'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { Alert } from '#/contract/alerts.ts'
import type { CaseClass, CaseListItem } from '#/contract/cases.ts'
import type { Actor } from '#/contract/common.ts'
import type { Contact } from '#/contract/contacts.ts'
import type { Job } from '#/contract/jobs.ts'
import type { Note } from '#/contract/notes.ts'
import type { EntityRow, Stored } from '#server/store/entity-members.ts'

/*
 * What people do for and write about a customer.
 */

/** A note, or an entry of a case: one table, so that both can be read by time. */
export interface NoteRow extends Stored<Note, 'author' | 'case'> {
  customerId: string
  /** For entries of cases. */
  caseId: string | null
  /** `opened`, `comment`, `closed`, `reopened`, `statusChanged` */
  entry: string | null
  /** Status before and after, for entries that changed it. */
  statusFrom: string | null
  statusTo: string | null
  /** The attached file. */
  fileId: string | null
  /** Set while the deletion can still be undone; such rows are invisible to every list. */
  deletedAt: string | null
}

/** A file in base64, so that every store can hold it. */
export interface FileRow {
  id: string
  mediaType: string
  size: number
  content: string
  createdAt: string
}

export interface CaseRow extends Stored<CaseListItem, 'status' | 'openedBy'> {
  statusCode: string
  statusClass: CaseClass
  numberFolded: string
  /** Number, subject and description, folded. */
  searchText: string
}

export interface ContactRow extends Stored<Contact> {
  customerId: string
}

/** `memberId` may act for `customerId`. */
export interface AlternativeContactRow extends EntityRow {
  customerId: string
  memberId: string
  support: AlternativeContact['permissions']['support']
  billing: AlternativeContact['permissions']['billing']
  productIds: string[]
}

export type AlertRow = Stored<Alert>

export interface JobRow extends Omit<Job, 'etag' | 'result'> {
  version: number
  /** Who asked for it. */
  ownerId: string
  customerId: string | null
  rows: Record<string, number>
  fileId: string | null
  fileBytes: number | null
  /** When the file goes. */
  expiresAt: string | null
}

export interface ActivityRow extends Omit<Activity, 'group'> {
  customerId: string | null
  group: string
  actor: Actor
  actorType: Actor['type']
  actorId: string | null
  /** Belongs in the audit log too. */
  audited: boolean
  /** Kind, title, subject, actor and values, folded. */
  searchText: string
}
