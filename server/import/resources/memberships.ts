import * as z from 'zod/mini'
import { clearable } from '#/contract/common.ts'
import { upsertKeyed } from '#server/import/keyed.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import { instantInputSchema } from '#server/import/resources/members.ts'

const schema = z.strictObject({
  customer: referenceSchema,
  organization: referenceSchema,
  memberSince: clearable(instantInputSchema),
})
export type MembershipInput = z.output<typeof schema>

function idsOf({ references }: ImportContext, { input }: Entry<MembershipInput>) {
  const customerId = references.idOf('customers', input.customer) ?? ''
  const organizationId = references.idOf('organizations', input.organization) ?? ''
  return { id: `${customerId}.${organizationId}`, customerId, organizationId }
}

async function write(context: ImportContext, entries: Entry<MembershipInput>[]): Promise<void> {
  const found = await resolved(context, entries, [
    { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
    { collection: 'organizations', member: 'organization', of: ({ organization }) => [organization] },
  ])
  const ids = found.map((entry) => idsOf(context, entry).organizationId)
  const organizations = new Map((await context.transaction.getMany('organizations', ids)).map((row) => [row.id, row]))
  await upsertKeyed(
    context,
    'memberships',
    found,
    (entry) => {
      const own = idsOf(context, entry)
      const organization = organizations.get(own.organizationId)
      return {
        ...own,
        organizationName: organization?.name ?? '',
        organizationNumber: organization?.number ?? null,
        memberSince: entry.input.memberSince ?? null,
      }
    },
    (entry) => idsOf(context, entry).id,
  )
}

export const memberships: Resource<MembershipInput> = {
  schema,
  keyOf: ({ customer, organization }) => JSON.stringify([customer, organization]),
  write,
}
