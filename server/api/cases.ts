import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import * as contract from '#/contract/cases.ts'
import { caseClassOf } from '#/contract/cases.ts'
import type { CaseListItem } from '#/contract/cases.ts'
import { foldText } from '#/contract/fold-text.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import type { Change } from '#server/api/activity.ts'
import { created, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { caseOf, writeCaseEntry } from '#server/api/case-entries.ts'
import { resolvedCaseMembers } from '#server/api/case-members.ts'
import { nextDocumentNumber } from '#server/api/document-number.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { anyOf, between, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { Refusal, invalid, notFound } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { CaseRow } from '#server/store/care-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

export const newestCases: SortKey<'cases'>[] = [
  { field: 'openedAt', descending: true },
  { field: 'id', descending: true },
]

export const openCasesOf = (customerId: string): Condition<'cases'>[] => [
  { op: 'in', field: 'customerId', values: [customerId] },
  { op: 'in', field: 'statusClass', values: ['open'] },
]

export function registerCases({ handle, handleWrite }: Registry): void {
  handle(contract.listCases, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'cases', {
      where: [{ op: 'in', field: 'customerId', values: [id] }, ...caseFilters(call)],
      sort: sortKeys(
        call.query.sort,
        { openedAt: 'openedAt', number: 'numberFolded', deadline: 'deadline', updatedAt: 'updatedAt' },
        newestCases,
      ),
    })
    return ok({ items: rows.map(caseItem), ...page })
  })

  handle(contract.getCase, async (call) => {
    const row = await call.store.get('cases', call.params.caseId)
    if (!row) throw notFound()
    return ok(await caseOf(call, row, await visibleCustomer(call, row.customerId)))
  })

  handleWrite(contract.createCase, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const { assigneeId, relatedProductId, ...body } = call.body()
    const resolved = await resolvedCaseMembers(call, customer.id, { assigneeId, relatedProductId })
    const number = await nextDocumentNumber(call.store, 'cases')
    const members = { ...blank, ...given(body), ...resolved }
    const row: CaseRow = {
      ...newEntity(call),
      ...members,
      ...derivedOf({ ...members, number }),
      customerId: customer.id,
      number,
      openedAt: call.now,
    }
    await call.store.insert('cases', [row])
    await writeCaseEntry(call, row, { entry: 'opened', content: row.description ?? row.subject })
    await countOpenCases(call, customer.id)
    await record(call, row, 'caseOpened', changesOf<CaseRow>({ ...row, ...blank, subject: '' }, members).changes)
    return created(await caseOf(call, row, customer), `/cases/${row.id}`)
  })

  handleWrite(contract.patchCase, async (call) => {
    const { row, customer } = await lockedCase(call, call.params.caseId)
    const current = await caseOf(call, row, customer)
    call.preconditions.requireMatch(current, contract.caseSchema)
    const { assigneeId, relatedProductId, status, comment, ...patch } = call.body()
    if (comment !== undefined && (status === undefined || status === row.statusCode)) {
      throw invalid({ pointer: '/comment', code: 'needs-status', detail: 'Only what changes the status is explained' })
    }
    const resolved = await resolvedCaseMembers(call, customer.id, { assigneeId, relatedProductId })
    const { values, changes } = changesOf<CaseRow>(row, { ...patch, ...resolved, ...statusOf(call, row, status) })
    if (changes.length === 0) return ok(current)

    const after = { ...row, ...values }
    const changed: CaseRow = { ...after, ...derivedOf(after), ...touched(call, row) }
    await call.store.update('cases', row.id, { ...values, ...derivedOf(after), ...touched(call, row) })
    const event = eventOf(row, changed)
    if (event !== 'changed') {
      await writeCaseEntry(call, changed, { entry: event, content: comment ?? null, from: row.statusCode })
      await countOpenCases(call, customer.id)
    }
    const told = changes.filter(({ field }) => field !== 'statusClass' && field !== 'closedAt')
    const comments = comment === undefined ? [] : [{ field: 'comment', from: null, to: comment }]
    await record(call, changed, kinds[event], [...told, ...comments])
    return ok(await caseOf(call, changed, customer))
  })

  handleWrite(contract.createCaseComment, async (call) => {
    const { row, customer } = await lockedCase(call, call.params.caseId)
    const { content } = call.body()
    const changed = { ...row, ...touched(call, row) }
    await call.store.update('cases', row.id, touched(call, row))
    await writeCaseEntry(call, changed, { entry: 'comment', content })
    await record(call, changed, 'caseCommented', [{ field: 'comment', from: null, to: content }])
    return created(await caseOf(call, changed, customer), `/cases/${row.id}`)
  })
}

const blank = {
  description: null,
  type: null,
  priority: null,
  deadline: null,
  tags: [] as string[],
  contactMethod: null,
  assignee: null,
  relatedProduct: null,
  statusCode: 'new',
  statusClass: 'open',
  closedAt: null,
} as const satisfies Partial<CaseRow>

function given<T extends object>(members: T): { [Member in keyof T]: Exclude<T[Member], undefined> } {
  const named = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [Member in keyof T]: Exclude<T[Member], undefined> }
}

/** Members that follow from the others. */
export const derivedOf = ({ number, subject, description }: Pick<CaseRow, 'number' | 'subject' | 'description'>) => ({
  numberFolded: foldText(number),
  searchText: searchTextOf([number, subject, description]),
})

function caseFilters({ query }: ReadCall<typeof contract.listCases>): Condition<'cases'>[] {
  const { open, deadlineFrom, deadlineTo, tag } = query
  const { condition } = searchOf<'cases'>(query.q, 'searchText', {})
  const deadline: Condition<'cases'> = {
    op: 'range',
    field: 'deadline',
    ...(deadlineFrom === undefined ? {} : { from: deadlineFrom }),
    ...(deadlineTo === undefined ? {} : { to: deadlineTo }),
  }
  return [
    ...anyOf<'cases'>('statusClass', open === undefined ? undefined : [open ? 'open' : 'closed']),
    ...anyOf<'cases'>('statusCode', query.status),
    ...anyOf<'cases'>('type', query.type),
    ...anyOf<'cases'>('priority', query.priority),
    ...between<'cases'>('openedAt', query.openedFrom, query.openedTo),
    ...(deadlineFrom === undefined && deadlineTo === undefined ? [] : [deadline]),
    ...(tag ? [{ op: 'overlaps', field: 'tags', values: tag } as const] : []),
    ...(condition ? [condition] : []),
  ]
}

function statusOf(call: WriteCall, row: CaseRow, status: string | undefined): Partial<CaseRow> {
  if (status === undefined || status === row.statusCode) return {}
  const statusClass = caseClassOf(status)
  const closedAt = statusClass === 'open' ? null : (row.closedAt ?? call.now)
  return { statusCode: status, statusClass, closedAt }
}

type Event = 'changed' | 'statusChanged' | 'closed' | 'reopened'
const kinds: Record<Event, CustomerActivityKind> = {
  changed: 'caseChanged',
  statusChanged: 'caseStatusChanged',
  closed: 'caseClosed',
  reopened: 'caseReopened',
}

function eventOf(before: CaseRow, after: CaseRow): Event {
  if (before.statusCode === after.statusCode) return 'changed'
  if (before.statusClass === after.statusClass) return 'statusChanged'
  return after.statusClass === 'closed' ? 'closed' : 'reopened'
}

/** The case, kept from changes by others; its customer too, whose number of open cases follows from it. */
async function lockedCase(call: Pick<WriteCall, 'store' | 'identity'>, id: string) {
  const found = await call.store.get('cases', id)
  if (!found) throw notFound()
  const customer = await writableCustomer(call, found.customerId)
  const row = await call.store.get('cases', id)
  if (!row) throw new Refusal('not-found')
  return { row, customer }
}

async function countOpenCases({ store }: WriteCall, customerId: string): Promise<void> {
  const where: Condition<'cases'> = { op: 'and', conditions: openCasesOf(customerId) }
  await store.update('customers', customerId, { openCaseCount: await store.count('cases', where, 1_000_000) })
}

async function record(call: WriteCall, row: CaseRow, kind: CustomerActivityKind, changes: Change[]): Promise<void> {
  const subject = { type: 'case', id: row.id, label: `${row.number} ${row.subject}` }
  await recordActivity(call, { customerId: row.customerId, kind, group: 'cases', subject, changes })
}

export const caseItem = (row: CaseRow): CaseListItem => ({
  ...row,
  etag: etagOf(row),
  status: { code: row.statusCode, class: row.statusClass },
  openedBy: row.createdBy,
})
