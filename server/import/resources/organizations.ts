import * as z from 'zod/mini'
import { clearable, text } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import { patchOrganization } from '#/contract/organizations.ts'
import type { ImportContext, Resource } from '#server/import/resource.ts'
import { instantInputSchema, postalAddressInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { entityMembers, upsert, type Written } from '#server/import/upsert.ts'
import type { OrganizationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const schema = z.strictObject({
  ...patchOrganization.body.shape,
  ...sourceMembers,
  createdAt: z.optional(instantInputSchema),
  number: clearable(text(60)),
  name: text(200),
  addresses: z.optional(z.array(postalAddressInputSchema).check(z.maxLength(50))),
})
export type OrganizationInput = z.output<typeof schema>

function membersOf(input: OrganizationInput) {
  return {
    number: input.number ?? null,
    name: input.name,
    managerName: input.managerName ?? null,
    phone: input.phone ?? null,
    phoneExt: input.phoneExt ?? null,
    email: input.email ?? null,
    fax: input.fax ?? null,
    description: input.description ?? null,
    active: input.active ?? true,
    addresses: input.addresses ?? [],
    nameSort: foldText(input.name),
    searchText: searchTextOf([input.name, input.number ?? null, input.managerName ?? null]),
  }
}

/** Memberships repeat the name and number of their organization. */
async function renameInMemberships(
  { transaction }: ImportContext,
  { row, before }: Written<'organizations', OrganizationInput>,
): Promise<void> {
  if (!before || (before.name === row.name && before.number === row.number)) return
  const where = { op: 'in', field: 'organizationId', values: [row.id] } as const
  for (const { id } of (await transaction.find('memberships', { where })).rows) {
    await transaction.update('memberships', id, { organizationName: row.name, organizationNumber: row.number })
  }
}

export const organizations: Resource<OrganizationInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  async write(context, entries) {
    const written = await upsert(context, 'organizations', entries, (entry, before): OrganizationRow => ({
      ...entityMembers('organizations', context, entry, before),
      ...membersOf(entry.input),
    }))
    for (const one of written) await renameInMemberships(context, one)
  },
}
