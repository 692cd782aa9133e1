import * as z from 'zod/mini'
import { clearable, codeSchema, localDateSchema, text } from '#/contract/common.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import { newestFirst } from '#server/import/resources/customer-parts.ts'
import { instantInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { entityMembers, upsert, type Written } from '#server/import/upsert.ts'
import type { SavedPaymentRow } from '#server/store/rows.ts'

const last4Schema = z.string().check(z.regex(/^\d{4}$/, 'last four digits'))

const schema = z.strictObject({
  ...sourceMembers,
  customer: referenceSchema,
  kind: codeSchema,
  provider: text(60),
  label: clearable(text(200)),
  card: clearable(
    z.strictObject({
      brand: clearable(text(60)),
      /** All of the number that we take. */
      last4: clearable(last4Schema),
      holder: clearable(text(200)),
      expiryMonth: clearable(z.int().check(z.gte(1), z.lte(12))),
      expiryYear: clearable(z.int().check(z.gte(0), z.lte(9999))),
    }),
  ),
  bank: clearable(
    z.strictObject({
      holder: clearable(text(200)),
      ibanMasked: clearable(text(40)),
      mandateReference: clearable(text(60)),
      mandateDate: clearable(localDateSchema),
    }),
  ),
  isDefault: z.optional(z.boolean()),
  enabled: z.optional(z.boolean()),
  addedAt: clearable(instantInputSchema),
})
export type SavedPaymentInput = z.output<typeof schema>

function cardOf({ card }: SavedPaymentInput): SavedPayment['card'] {
  if (!card) return null
  const { brand, last4, holder, expiryMonth, expiryYear } = card
  return {
    brand: brand ?? null,
    mask: last4 ? `•••• ${last4}` : null,
    holder: holder ?? null,
    expiryMonth: expiryMonth ?? null,
    expiryYear: expiryYear ?? null,
  }
}

function bankOf({ bank }: SavedPaymentInput): SavedPayment['bank'] {
  if (!bank) return null
  return {
    holder: bank.holder ?? null,
    ibanMasked: bank.ibanMasked ?? null,
    mandateReference: bank.mandateReference ?? null,
    mandateDate: bank.mandateDate ?? null,
  }
}

function rowOf(
  context: ImportContext,
  entry: Entry<SavedPaymentInput>,
  before: SavedPaymentRow | undefined,
): SavedPaymentRow {
  const { input } = entry
  return {
    ...entityMembers('savedPayments', context, entry, before),
    customerId: context.references.idOf('customers', input.customer) ?? '',
    kind: input.kind,
    provider: input.provider,
    label: input.label ?? null,
    card: cardOf(input),
    bank: bankOf(input),
    isDefault: input.isDefault ?? false,
    enabled: input.enabled ?? true,
    addedAt: input.addedAt ?? null,
  }
}

/** Each provider has one default for a customer: the newest stays. */
async function keepOneDefault(
  { transaction, ledger }: ImportContext,
  written: Written<'savedPayments', SavedPaymentInput>[],
): Promise<void> {
  const order = new Map(written.map(({ row }, index) => [row.id, index]))
  const owners = [...new Set(written.filter(({ row }) => row.isDefault).map(({ row }) => row.customerId))]
  if (owners.length === 0) return
  const where = { op: 'in', field: 'customerId', values: owners } as const
  const { rows } = await transaction.find('savedPayments', { where })
  const defaults = rows.filter(({ isDefault }) => isDefault)
  const byProvider = Map.groupBy(defaults, ({ customerId, provider }) => `${customerId} ${provider}`)
  for (const same of byProvider.values()) {
    for (const { id } of newestFirst(same, order).slice(1)) {
      await transaction.update('savedPayments', id, { isDefault: false })
      ledger.find('saved payments that were the default beside a newer one')
    }
  }
}

async function write(context: ImportContext, entries: Entry<SavedPaymentInput>[]): Promise<void> {
  const found = await resolved(context, entries, [
    { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
  ])
  const written = await upsert(context, 'savedPayments', found, (entry, before) => rowOf(context, entry, before))
  await keepOneDefault(context, written)
}

export const savedPayments: Resource<SavedPaymentInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  write,
  strict: true,
}
