import type { Actor } from '#/contract/common.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import type { RowsToInsert } from '#tests/builders.ts'
import { aCustomer } from '#tests/builders.ts'
import { aCase, aContact, aFile, aJob, aNote, anActivity, anAlert, anAlternativeContact } from '#tests/care-builders.ts'
import { startOfTests } from '#tests/contract/target.ts'
import type { ValidRequest } from '#tests/contract/valid-request.ts'

/** The smallest file that counts as a PDF. */
export const aPdf = new TextEncoder().encode('%PDF-1.7\n')

/** What people do for and write about a customer, with a request for each operation about it. */
export function aCareWorld(customer: CustomerRow, author: Actor = customer.createdBy) {
  const at = `/customers/${customer.id}`
  const customerId = customer.id
  const note = aNote({ customerId, createdBy: author })
  const attached = aFile()
  const withFile = aNote({
    customerId,
    fileId: attached.id,
    attachment: {
      name: 'letter.pdf',
      kind: 'pdf',
      mediaType: 'application/pdf',
      size: 5,
      addedAt: customer.createdAt,
    },
  })
  const deleted = aNote({ customerId, createdBy: author, deletedAt: new Date(startOfTests - 1000).toISOString() })

  const theCase = aCase({ customerId })
  const primary = aContact({ customerId, isPrimary: true, isBilling: true })
  const contact = aContact({ customerId })
  const member = aCustomer()
  const newcomer = aCustomer()
  const delegate = anAlternativeContact({ customerId, memberId: member.id })

  const made = aFile({ mediaType: 'application/x-ndjson', content: btoa('{}\n') })
  const job = aJob({ ownerId: author.id ?? 'u1', fileId: made.id, expiresAt: '2030-01-01T00:00:00.000Z' })

  const rows: RowsToInsert = {
    customers: [customer, member, newcomer],
    files: [attached, made],
    jobs: [job],
    notes: [note, withFile, deleted],
    cases: [theCase],
    contacts: [primary, contact],
    alternativeContacts: [delegate],
    alerts: [anAlert({ customerId })],
    activities: [anActivity({ customerId })],
  }
  const requests = {
    listActivities: { path: `${at}/activities` },
    listAuditLog: { path: '/audit-log?limit=2' },
    listStaff: { path: '/staff?active=true&limit=2' },
    listNotes: { path: `${at}/notes` },
    getNote: { path: `${at}/notes/${note.id}` },
    createNote: { path: `${at}/notes`, body: { content: 'Asked to be called back' } },
    patchNote: { path: `${at}/notes/${note.id}`, body: { pinned: true }, ifMatch: '"1"' },
    deleteNote: { path: `${at}/notes/${note.id}`, ifMatch: '*' },
    restoreNote: { path: `${at}/notes/${deleted.id}/restoration` },
    getNoteAttachment: { path: `${at}/notes/${withFile.id}/attachment` },
    putNoteAttachment: {
      path: `${at}/notes/${note.id}/attachment`,
      upload: { bytes: aPdf, name: 'Angebot März.pdf' },
      ifMatch: '*',
    },
    listCases: { path: `${at}/cases` },
    createCase: { path: `${at}/cases`, body: { subject: 'Broken cup', description: 'One of six' } },
    getCase: { path: `/cases/${theCase.id}` },
    patchCase: { path: `/cases/${theCase.id}`, body: { priority: 'high' }, ifMatch: '"1"' },
    createCaseComment: { path: `/cases/${theCase.id}/comments`, body: { content: 'Asked the carrier' } },
    listContacts: { path: `${at}/contacts` },
    getContact: { path: `${at}/contacts/${contact.id}` },
    createContact: { path: `${at}/contacts`, body: { name: 'Alan Turing', isBilling: true } },
    patchContact: { path: `${at}/contacts/${contact.id}`, body: { role: 'owner' }, ifMatch: '"1"' },
    deleteContact: { path: `${at}/contacts/${contact.id}`, ifMatch: '"1"' },
    listAlternativeContacts: { path: `${at}/alternative-contacts` },
    createAlternativeContact: {
      path: `${at}/alternative-contacts`,
      body: { memberId: newcomer.id, permissions: { support: true } },
    },
    patchAlternativeContact: {
      path: `${at}/alternative-contacts/${delegate.id}`,
      body: { permissions: { billing: true } },
      ifMatch: '"1"',
    },
    deleteAlternativeContact: { path: `${at}/alternative-contacts/${delegate.id}`, ifMatch: '"1"' },
    listActsFor: { path: `${at}/acts-for` },
    listAlerts: { path: `${at}/alerts` },
    getOverview: { path: `${at}/overview` },
    createPinReveal: { path: `${at}/pin-reveals`, body: { reason: 'Caller forgot it' } },
    createAnonymization: { path: `${at}/anonymization`, body: { reason: 'Asked for in writing' }, ifMatch: '"1"' },
    createDataExport: { path: `${at}/data-exports`, body: { reason: 'Asked for in writing' } },
    listJobs: { path: '/jobs' },
    getJob: { path: `/jobs/${job.id}` },
    deleteJob: { path: `/jobs/${job.id}` },
    getJobFile: { path: `/jobs/${job.id}/file` },
  } satisfies Record<string, ValidRequest>
  return { rows, requests }
}
