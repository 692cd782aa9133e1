import * as z from 'zod/mini'
import { clearable, text } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import { storeSchema } from '#/contract/stores.ts'
import type { Resource } from '#server/import/resource.ts'
import { instantInputSchema, postalAddressInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { entityMembers, upsert } from '#server/import/upsert.ts'
import type { StoreLocationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const { kind, supports } = storeSchema.shape

const schema = z.strictObject({
  ...sourceMembers,
  createdAt: z.optional(instantInputSchema),
  number: text(60),
  name: text(200),
  kind: z.optional(kind),
  address: clearable(postalAddressInputSchema),
  phone: clearable(text(40)),
  phoneExt: clearable(z.string().check(z.regex(/^\d{1,10}$/))),
  email: clearable(text(320)),
  managerName: clearable(text(200)),
  active: z.optional(z.boolean()),
  operating: z.optional(
    z.strictObject({
      available: z.boolean(),
      reason: clearable(text(200)),
      until: clearable(instantInputSchema),
    }),
  ),
  supports: z.optional(supports),
})
export type StoreInput = z.output<typeof schema>

function membersOf({ number, name, operating, ...input }: StoreInput) {
  return {
    number,
    name,
    kind: input.kind ?? 'physical',
    address: input.address ?? null,
    phone: input.phone ?? null,
    phoneExt: input.phoneExt ?? null,
    email: input.email ?? null,
    managerName: input.managerName ?? null,
    active: input.active ?? true,
    operating: {
      available: operating?.available ?? true,
      reason: operating?.reason ?? null,
      until: operating?.until ?? null,
    },
    supports: input.supports ?? [],
    nameSort: foldText(name),
    searchText: searchTextOf([name, number, input.address?.city ?? null]),
  }
}

export const stores: Resource<StoreInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  async write(context, entries) {
    await upsert(context, 'storeLocations', entries, (entry, before): StoreLocationRow => ({
      ...entityMembers('storeLocations', context, entry, before),
      ...membersOf(entry.input),
    }))
  },
}
