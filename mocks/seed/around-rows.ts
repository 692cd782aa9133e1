import { caseClassOf } from '#/contract/cases.ts'
import { foldText } from '#/contract/fold-text.ts'
import { serviceActor, systemActor } from '#mocks/seed/actors.ts'
import { rowsOf, type AroundSpec, type CaseEntrySpec, type Owner } from '#mocks/seed/around-spec.ts'
import { moneyRows, subscriptionRows } from '#mocks/seed/billing-rows.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import type { SeedRows } from '#mocks/seed/seed-rows.ts'
import type * as billing from '#server/store/billing-rows.ts'
import type * as care from '#server/store/care-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

function noteRows({ id: customerId }: Owner, { notes = [], cases = [] }: AroundSpec) {
  const files: care.FileRow[] = []
  const rows = rowsOf(notes, ({ daysAgo: days, file, ...over }, index): care.NoteRow => {
    const id = `${customerId}-n${index + 1}`
    const createdAt = daysAgo(days)
    if (file) {
      const { mediaType, content } = file
      files.push({ id: `${id}f`, mediaType, content, size: atob(content).length, createdAt })
    }
    const kind = file?.mediaType === 'application/pdf' ? 'pdf' : 'image'
    return {
      ...entityOf(id, createdAt, serviceActor),
      ...plainNote,
      customerId,
      number: notes.length - index,
      content: 'Called about the delivery; all is well now.',
      ...(file && {
        fileId: `${id}f`,
        attachment: {
          name: file.name,
          kind,
          mediaType: file.mediaType,
          size: atob(file.content).length,
          addedAt: createdAt,
        },
      }),
      ...over,
    }
  })
  const entries = cases.flatMap(({ daysAgo: days, entries = [], ...over }, index) => {
    const caseId = `${customerId}-k${index + 1}`
    const begin = { daysAgo: days, entry: 'opened', content: over.description ?? over.subject ?? defaultSubject }
    return rowsOf<CaseEntrySpec, care.NoteRow>([begin, ...entries], (entry, place): care.NoteRow => ({
      ...entityOf(`${caseId}e${place}`, daysAgo(entry.daysAgo), serviceActor),
      ...plainNote,
      customerId,
      number: null,
      source: 'case',
      caseId,
      entry: entry.entry ?? 'comment',
      content: entry.content ?? '',
      statusFrom: entry.from ?? null,
      statusTo: entry.to ?? null,
    }))
  })
  return { files, notes: [...rows, ...entries] }
}

const plainNote = {
  pinned: false,
  attachment: null,
  source: 'note',
  caseId: null,
  entry: null,
  statusFrom: null,
  statusTo: null,
  fileId: null,
  deletedAt: null,
} as const

const defaultSubject = 'Parcel is late'

function caseRows({ id: customerId, customerNumber }: Owner, cases: AroundSpec['cases'] = []): care.CaseRow[] {
  return rowsOf(cases, ({ daysAgo: days, entries: _entries, ...over }, index) => {
    const openedAt = daysAgo(days)
    const statusCode = over.statusCode ?? 'new'
    const row = {
      ...entityOf(`${customerId}-k${index + 1}`, openedAt, serviceActor),
      customerId,
      number: `${customerNumber.replace('C-', 'K-')}-${index + 1}`,
      subject: defaultSubject,
      description: null,
      type: 'delivery',
      statusCode,
      statusClass: caseClassOf(statusCode),
      priority: 'normal',
      deadline: null,
      tags: [],
      contactMethod: 'phone',
      assignee: null,
      relatedProduct: null,
      openedAt,
      closedAt: caseClassOf(statusCode) === 'closed' ? daysAgo(days / 2) : null,
      ...over,
    }
    const searchText = searchTextOf([row.number, row.subject, row.description])
    return { ...row, numberFolded: foldText(row.number), searchText }
  })
}

function peopleRows({ id: customerId }: Owner, spec: AroundSpec) {
  const contacts = rowsOf(spec.contacts, ({ daysAgo: days, ...over }, index): care.ContactRow => ({
    ...entityOf(`${customerId}-t${index + 1}`, daysAgo(days), serviceActor),
    customerId,
    name: `Contact ${index + 1}`,
    role: null,
    phone: null,
    phoneExt: null,
    email: null,
    address: null,
    isPrimary: index === 0,
    isBilling: index === 0,
    ...over,
  }))
  const alternativeContacts = rowsOf(
    spec.alternativeContacts,
    ({ daysAgo: days, ...over }, index): care.AlternativeContactRow => ({
      ...entityOf(`${customerId}-l${index + 1}`, daysAgo(days), serviceActor),
      customerId,
      support: true,
      billing: false,
      productIds: [],
      ...over,
    }),
  )
  const alerts = rowsOf(spec.alerts, ({ daysAgo: days, ...over }, index): care.AlertRow => ({
    ...entityOf(`${customerId}-w${index + 1}`, daysAgo(days), systemActor),
    customerId,
    kind: 'usage',
    service: 'Coffee club',
    threshold: 80,
    usage: { used: 8, allowance: 10, unit: 'parcels' },
    sentAt: daysAgo(days),
    channel: 'email',
    recipient: null,
    subject: '80 % of your parcels are used',
    body: null,
    ...over,
  }))
  return { contacts, alternativeContacts, alerts }
}

/** All rows that stand around a customer. */
export function aroundRows(owner: Owner, spec: AroundSpec): SeedRows {
  const terms: billing.BillingInfoRow[] = spec.billing
    ? [
        {
          ...entityOf(owner.id, daysAgo(300), systemActor),
          billingDay: 1,
          cycle: { kind: 'months', months: 1 },
          period: { from: '2026-11-01', to: '2026-11-30' },
          termsDays: 14,
          termsMethod: 'net',
          invoiceMethod: 'email',
          creditLimit: null,
          unbilledAlert: null,
          lateFee: 'inherit',
          earlyDiscount: 'inherit',
          taxRate: null,
          currency: 'USD',
          costCentre: null,
          autoPay: { enabled: false, savedPaymentId: null, notBefore: null },
          ...spec.billing,
        },
      ]
    : []
  return {
    ...noteRows(owner, spec),
    cases: caseRows(owner, spec.cases),
    ...peopleRows(owner, spec),
    billingInfos: terms,
    ...moneyRows(owner, spec),
    ...subscriptionRows(owner, spec.subscriptions),
  }
}
