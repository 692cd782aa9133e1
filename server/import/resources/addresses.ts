import * as z from 'zod/mini'
import { addressPatchSchema } from '#/contract/addresses.ts'
import { clearable, text } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import { addressesByCustomer, newestFirst } from '#server/import/resources/customer-parts.ts'
import { instantInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { entityMembers, upsert, type Written } from '#server/import/upsert.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { AddressRow } from '#server/store/rows.ts'

const schema = z.strictObject({
  ...addressPatchSchema.shape,
  ...sourceMembers,
  customer: referenceSchema,
  line1: clearable(text(200)),
  city: clearable(text(100)),
  countryCode: clearable(addressPatchSchema.shape.countryCode),
  createdAt: z.optional(instantInputSchema),
})
export type AddressInput = z.output<typeof schema>

function rowOf(context: ImportContext, entry: Entry<AddressInput>, before: AddressRow | undefined): AddressRow {
  const { input } = entry
  return {
    ...entityMembers('addresses', context, entry, before),
    customerId: context.references.idOf('customers', input.customer) ?? '',
    name: input.name ?? null,
    nameFolded: input.name ? foldText(input.name) : null,
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    companyName: input.companyName ?? null,
    line1: input.line1 ?? null,
    line2: input.line2 ?? null,
    postbox: input.postbox ?? null,
    city: input.city ?? null,
    regionCode: input.regionCode ?? null,
    countryCode: input.countryCode ?? null,
    postalCode: input.postalCode ?? null,
    postalCodeFolded: input.postalCode ? foldText(input.postalCode) : null,
    phone: input.phone ?? null,
    phoneExt: input.phoneExt ?? null,
    email: input.email ?? null,
    notes: input.notes ?? null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    isBusiness: input.isBusiness ?? false,
    vatNumber: input.vatNumber ?? null,
    isPreferredBilling: input.isPreferredBilling ?? false,
    isPreferredShipping: input.isPreferredShipping ?? false,
    /* a record of the source that changed brings an address back that was deleted here */
    deletedAt: null,
  }
}

const flags = ['isPreferredBilling', 'isPreferredShipping'] as const

/** Only one address of a customer is preferred for each use: the newest stays, the others are reported. */
async function keepOnePreferred(
  { transaction, ledger }: ImportContext,
  addresses: AddressRow[],
  written: Written<'addresses', AddressInput>[],
): Promise<void> {
  const order = new Map(written.map(({ row }, index) => [row.id, index]))
  const entries = new Map(written.map(({ row, entry }) => [row.id, entry]))
  for (const flag of flags) {
    const [newest, ...older] = newestFirst(
      addresses.filter((address) => address[flag]),
      order,
    )
    for (const address of older) {
      address[flag] = false
      await transaction.update('addresses', address.id, { [flag]: false })
      ledger.find('addresses that lost a preference to a newer one')
      const told = entries.get(address.id) ?? (newest && entries.get(newest.id))
      const detail = `Two addresses were preferred: ${address.externalId ?? address.id} gave way to a newer one`
      told?.faults.push({ pointer: `/${flag}`, code: 'preferred-twice', detail })
    }
  }
}

async function write(context: ImportContext, entries: Entry<AddressInput>[]): Promise<void> {
  const found = await resolved(context, entries, [
    { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
  ])
  const written = await upsert(context, 'addresses', found, (entry, before) => rowOf(context, entry, before))
  const owners = new Set(written.flatMap(({ row, before }) => [row.customerId, before?.customerId ?? row.customerId]))
  const addresses = await addressesByCustomer(context, [...owners])
  for (const customer of await context.transaction.getMany('customers', [...owners])) {
    const own = addresses.get(customer.id) ?? []
    await keepOnePreferred(context, own, written)
    await context.transaction.update('customers', customer.id, deriveCustomer(customer, own))
  }
}

export const addresses: Resource<AddressInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  write,
}
