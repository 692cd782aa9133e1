import * as z from 'zod/mini'
import { activityGroups } from '#/contract/activities.ts'
import { caseClassOf } from '#/contract/cases.ts'
import { actorTypes, clearable, codeSchema, localDateSchema, text, type Actor } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import { noteLength } from '#/contract/notes.ts'
import { isSame } from '#/contract/same-json.ts'
import { referenceSchema } from '#server/import/references.ts'
import { importerOf, resolved, type ImportContext, type Resource } from '#server/import/resource.ts'
import { instantInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { ofCustomer } from '#server/import/resources/of-customer.ts'
import { stableId } from '#server/import/stable-id.ts'
import { activityRow } from '#server/store/derive-activity.ts'
import type { CaseRow, NoteRow } from '#server/store/care-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const owned = { ...sourceMembers, customer: referenceSchema, createdAt: z.optional(instantInputSchema) }

/** Somebody of the system that it comes from: a name, and nobody of ours. */
const authorOf = (name: string | null | undefined, sourceSystem: string): Actor =>
  name ? { type: 'staff', id: null, displayName: name } : importerOf(sourceSystem)

const caseSchema = z.strictObject({
  ...owned,
  number: text(60),
  subject: text(200),
  description: clearable(text(noteLength)),
  type: clearable(codeSchema),
  status: codeSchema,
  priority: clearable(codeSchema),
  deadline: clearable(localDateSchema),
  tags: z.optional(z.array(text(60)).check(z.maxLength(20))),
  contactMethod: clearable(codeSchema),
  assigneeName: clearable(text(200)),
  openedAt: instantInputSchema,
  closedAt: clearable(instantInputSchema),
  comments: z.optional(
    z
      .array(z.strictObject({ content: text(noteLength), at: instantInputSchema, author: clearable(text(200)) }))
      .check(z.maxLength(1000)),
  ),
})
type CaseInput = z.output<typeof caseSchema>

export const cases = ofCustomer<'cases', CaseInput>(
  'cases',
  caseSchema,
  ({ input, entity, customerId }) => ({
    ...entity,
    customerId,
    number: input.number,
    numberFolded: foldText(input.number),
    subject: input.subject,
    description: input.description ?? null,
    type: input.type ?? null,
    statusCode: input.status,
    statusClass: caseClassOf(input.status),
    priority: input.priority ?? null,
    deadline: input.deadline ?? null,
    tags: input.tags ?? [],
    contactMethod: input.contactMethod ?? null,
    assignee: input.assigneeName ? { id: null, displayName: input.assigneeName } : null,
    relatedProduct: null,
    openedAt: input.openedAt,
    closedAt: input.closedAt ?? null,
    searchText: searchTextOf([input.number, input.subject, input.description ?? null]),
  }),
  {
    after: async (context, written) => {
      for (const { row, entry } of written) await writeEntries(context, row, entry.input)
      for (const id of new Set(written.map(({ row }) => row.customerId))) await countOpenCases(context, id)
    },
  },
)

/** The comments of the source in place of those of an earlier import; what was said here stays. */
async function writeEntries({ transaction }: ImportContext, row: CaseRow, input: CaseInput): Promise<void> {
  const { sourceSystem, externalId, comments = [] } = input
  const { rows } = await transaction.find('notes', { where: { op: 'in', field: 'caseId', values: [row.id] } })
  for (const note of rows) if (note.sourceSystem === sourceSystem) await transaction.remove('notes', note.id)
  const begin = { content: input.description ?? input.subject, at: input.openedAt, author: null }
  const entries = [begin, ...comments].map(({ content, at, author }, index): NoteRow => ({
    id: stableId('notes', sourceSystem, `${externalId}#${index}`),
    version: 1,
    createdAt: at,
    createdBy: authorOf(author, sourceSystem),
    updatedAt: at,
    updatedBy: importerOf(sourceSystem),
    sourceSystem,
    externalId: null,
    importHash: null,
    customerId: row.customerId,
    number: null,
    content,
    pinned: false,
    attachment: null,
    source: 'case',
    caseId: row.id,
    entry: index === 0 ? 'opened' : 'comment',
    statusFrom: null,
    statusTo: null,
    fileId: null,
    deletedAt: null,
  }))
  await transaction.insert('notes', entries)
}

async function countOpenCases({ transaction }: ImportContext, customerId: string): Promise<void> {
  const conditions = [
    { op: 'in', field: 'customerId', values: [customerId] },
    { op: 'in', field: 'statusClass', values: ['open'] },
  ] as const
  const openCaseCount = await transaction.count('cases', { op: 'and', conditions }, 1_000_000)
  await transaction.update('customers', customerId, { openCaseCount })
}

const noteSchema = z.strictObject({
  ...owned,
  content: text(noteLength),
  pinned: z.optional(z.boolean()),
  author: clearable(text(200)),
})

/** Numbers go on from the greatest of the customer. */
export const notes = ofCustomer<'notes', z.output<typeof noteSchema>>(
  'notes',
  noteSchema,
  ({ input, entity, customerId }, before) => ({
    ...entity,
    createdBy: authorOf(input.author, input.sourceSystem),
    customerId,
    number: before?.number ?? null,
    content: input.content,
    pinned: input.pinned ?? false,
    attachment: before?.attachment ?? null,
    source: 'note',
    caseId: null,
    entry: null,
    statusFrom: null,
    statusTo: null,
    fileId: before?.fileId ?? null,
    deletedAt: null,
  }),
  {
    after: async ({ transaction }, written) => {
      const fresh = written.filter(({ row }) => row.number === null).map(({ row }) => row)
      const oldestFirst = fresh.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1))
      const last = new Map<string, number>()
      for (const { id, customerId } of oldestFirst) {
        const greatest = last.get(customerId) ?? (await greatestNumber(transaction, customerId))
        await transaction.update('notes', id, { number: greatest + 1 })
        last.set(customerId, greatest + 1)
      }
    },
  },
)

async function greatestNumber(transaction: ImportContext['transaction'], customerId: string): Promise<number> {
  const { rows } = await transaction.find('notes', {
    where: { op: 'in', field: 'customerId', values: [customerId] },
    sort: [{ field: 'number', descending: true }],
    limit: 1,
  })
  return rows[0]?.number ?? 0
}

const activitySchema = z.strictObject({
  ...sourceMembers,
  customer: referenceSchema,
  kind: codeSchema,
  group: z.enum(activityGroups),
  title: clearable(text(200)),
  at: instantInputSchema,
  actor: z.optional(z.strictObject({ type: z.enum(actorTypes), displayName: clearable(text(200)) })),
  changes: z.optional(
    z
      .array(z.strictObject({ field: text(60), from: clearable(text(2000)), to: clearable(text(2000)) }))
      .check(z.maxLength(200)),
  ),
  text: clearable(text(2000)),
  legacy: z.optional(z.boolean()),
})
type ActivityInput = z.output<typeof activitySchema>

/** What happened before: nobody changes it here, so a record is as its source last said. */
export const activities: Resource<ActivityInput> = {
  schema: activitySchema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  write: async (context, entries) => {
    const found = await resolved(context, entries, [
      { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
    ])
    const rows = found.map(({ input }) => rowOf(context, input))
    const present = await context.transaction.getMany(
      'activities',
      rows.map(({ id }) => id),
    )
    const known = new Map(present.map((row) => [row.id, row]))
    // There may be very many, most of them new.
    await context.transaction.insert(
      'activities',
      rows.filter(({ id }) => !known.has(id)),
    )
    for (const [index, row] of rows.entries()) {
      const entry = found[index]
      const before = known.get(row.id)
      if (before && !isSame(before, row)) await context.transaction.update('activities', row.id, row)
      if (entry) entry.outcome = before ? (isSame(before, row) ? 'unchanged' : 'updated') : 'created'
    }
  },
}

function rowOf({ references }: ImportContext, input: ActivityInput) {
  const { sourceSystem, externalId, actor } = input
  const customerId = references.idOf('customers', input.customer) ?? ''
  return activityRow({
    id: stableId('activities', sourceSystem, externalId),
    customerId,
    kind: input.kind,
    group: input.group,
    title: input.title ?? null,
    at: input.at,
    actor: actor ? { type: actor.type, id: null, displayName: actor.displayName ?? null } : importerOf(sourceSystem),
    subject: { type: 'customer', id: customerId, label: '' },
    changes: (input.changes ?? []).map(({ field, from = null, to = null }) => ({ field, from, to })),
    data: input.text ? { text: input.text } : {},
    legacy: input.legacy ?? false,
  })
}
