import * as z from 'zod/mini'
import { clearable, codeSchema, text } from '#/contract/common.ts'
import { referenceSchema } from '#server/import/references.ts'
import { fail, type ImportContext } from '#server/import/resource.ts'
import { instantInputSchema, postalAddressInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { ofCustomer } from '#server/import/resources/of-customer.ts'

const owned = { ...sourceMembers, customer: referenceSchema, createdAt: z.optional(instantInputSchema) }

const alertSchema = z.strictObject({
  ...owned,
  kind: codeSchema,
  service: clearable(text(200)),
  threshold: clearable(z.number()),
  usage: clearable(z.strictObject({ used: z.number(), allowance: z.number(), unit: clearable(text(40)) })),
  sentAt: instantInputSchema,
  channel: clearable(codeSchema),
  recipient: clearable(text(320)),
  subject: clearable(text(500)),
  body: clearable(text(10_000)),
})

export const alerts = ofCustomer<'alerts', z.output<typeof alertSchema>>(
  'alerts',
  alertSchema,
  ({ input, entity, customerId }) => ({
    ...entity,
    customerId,
    kind: input.kind,
    service: input.service ?? null,
    threshold: input.threshold ?? null,
    usage: input.usage ? { ...input.usage, unit: input.usage.unit ?? null } : null,
    sentAt: input.sentAt,
    channel: input.channel ?? null,
    recipient: input.recipient ?? null,
    subject: input.subject ?? null,
    body: input.body ?? null,
  }),
)

const contactSchema = z.strictObject({
  ...owned,
  name: text(200),
  role: clearable(codeSchema),
  phone: clearable(text(40)),
  phoneExt: clearable(text(10)),
  email: clearable(text(320)),
  address: clearable(postalAddressInputSchema),
  isPrimary: z.optional(z.boolean()),
  isBilling: z.optional(z.boolean()),
})

export const contacts = ofCustomer<'contacts', z.output<typeof contactSchema>>(
  'contacts',
  contactSchema,
  ({ input, entity, customerId }) => ({
    ...entity,
    customerId,
    name: input.name,
    role: input.role ?? null,
    phone: input.phone ?? null,
    phoneExt: input.phoneExt ?? null,
    email: input.email ?? null,
    address: input.address ?? null,
    isPrimary: input.isPrimary ?? false,
    isBilling: input.isBilling ?? false,
  }),
  {
    after: async (context, written) => {
      for (const id of new Set(written.map(({ row }) => row.customerId))) await keepOneOfEach(context, id)
    },
  },
)

/** Exactly one contact is primary and one billing: the newest of those that say so, else the oldest of all. */
async function keepOneOfEach({ transaction, ledger }: ImportContext, customerId: string): Promise<void> {
  const { rows } = await transaction.find('contacts', {
    where: { op: 'in', field: 'customerId', values: [customerId] },
    sort: [{ field: 'createdAt' }, { field: 'id' }],
  })
  for (const flag of ['isPrimary', 'isBilling'] as const) {
    const chosen = rows.findLast((row) => row[flag]) ?? rows[0]
    for (const row of rows) {
      if (row[flag] === (row === chosen)) continue
      if (row[flag]) ledger.find('contacts that lost a mark to a newer one')
      await transaction.update('contacts', row.id, { [flag]: row === chosen })
    }
  }
}

const alternativeContactSchema = z.strictObject({
  ...owned,
  member: referenceSchema,
  support: z.optional(z.boolean()),
  billing: z.optional(z.boolean()),
  products: z.optional(z.array(referenceSchema).check(z.maxLength(100))),
})

export const alternativeContacts = ofCustomer<'alternativeContacts', z.output<typeof alternativeContactSchema>>(
  'alternativeContacts',
  alternativeContactSchema,
  ({ context, input, entity, customerId }) => ({
    ...entity,
    customerId,
    memberId: context.references.idOf('customers', input.member) ?? '',
    support: input.support ?? false,
    billing: input.billing ?? false,
    productIds: (input.products ?? []).flatMap((product) => context.references.idOf('subscriptions', product) ?? []),
  }),
  {
    wanted: [
      { collection: 'customers', member: 'member', of: ({ member }) => [member] },
      { collection: 'subscriptions', member: 'products', of: ({ products = [] }) => products },
    ],
    refuse: ({ references }, entry) => {
      const { customer, member, support, billing, products = [] } = entry.input
      if (references.idOf('customers', customer) === references.idOf('customers', member)) {
        fail(entry, '/member', 'self', 'Nobody acts for themselves')
      } else if (!support && !billing && products.length === 0) {
        fail(entry, '/support', 'no-permission', 'Gives no right to anything')
      }
    },
  },
)
