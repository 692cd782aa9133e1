import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import {
  deleteMembership,
  listCustomerOrganizations,
  membershipSchema,
  putMembership,
} from '#/contract/organizations.ts'
import { recordActivity } from '#server/api/activity.ts'
import { done, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { membershipOf } from '#server/api/organizations.ts'
import { onlyVersion } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { smallPage } from '#server/api/small-page.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { MembershipRow, OrganizationRow } from '#server/store/rows.ts'
import type { Scalar } from '#server/store/store.ts'

const keys: Record<string, (organization: OrganizationRow) => Scalar> = {
  name: ({ nameSort }) => nameSort,
  number: ({ number }) => number,
}

export function registerMemberships({ handle, handleWrite }: Registry): void {
  handle(listCustomerOrganizations, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const where = { op: 'in', field: 'customerId', values: [id] } as const
    const { rows: memberships } = await call.store.find('memberships', { where })
    const since = new Map(memberships.map((membership) => [membership.organizationId, membership]))
    const organizations = await call.store.getMany('organizations', [...since.keys()])

    const sort = (call.query.sort ?? 'name').split(',')
    const { items, ...page } = await smallPage(call, organizations, {
      keys: sort.flatMap((part) => keys[part.replace('-', '')] ?? []),
      descending: sort.map((part) => part.startsWith('-')),
      id: (organization) => organization.id,
    })
    return ok({ items: items.map((row) => membershipOf(row, since.get(row.id) ?? { memberSince: null })), ...page })
  })

  handleWrite(putMembership, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const organization = await existing(call)
    const id = membershipId(call)
    const known = await call.store.get('memberships', id)
    honour(call, organization, known)
    if (known) return ok(membershipOf(organization, known))

    const membership = {
      id,
      customerId: customer.id,
      organizationId: organization.id,
      organizationName: organization.name,
      organizationNumber: organization.number,
      memberSince: call.now,
    }
    await call.store.insert('memberships', [membership])
    await record(call, organization, 'organizationAdded')
    return ok(membershipOf(organization, membership))
  })

  handleWrite(deleteMembership, async (call) => {
    await writableCustomer(call, call.params.id)
    const organization = await existing(call)
    honour(call, organization, await call.store.get('memberships', membershipId(call)))
    if (await call.store.remove('memberships', membershipId(call))) {
      await record(call, organization, 'organizationRemoved')
    }
    return done()
  })
}

type MembershipCall = WriteCall<typeof putMembership>

const membershipId = ({ params }: Pick<MembershipCall, 'params'>) => `${params.id}.${params.organizationId}`

/** Whoever says so hears that the customer is a member already, or none any more. */
function honour(
  { preconditions }: Pick<MembershipCall, 'preconditions'>,
  organization: OrganizationRow,
  known: MembershipRow | undefined,
): void {
  const current = known && { ...membershipOf(organization, known), etag: onlyVersion }
  preconditions.honour(current, membershipSchema)
}

async function existing({ store, params }: Pick<MembershipCall, 'store' | 'params'>): Promise<OrganizationRow> {
  const organization = await store.get('organizations', params.organizationId)
  if (!organization) throw notFound()
  return organization
}

async function record(call: WriteCall, { id, name }: OrganizationRow, kind: CustomerActivityKind): Promise<void> {
  const { id: customerId } = call.params as { id: string }
  const subject = { type: 'organization', id, label: name }
  await recordActivity(call, { customerId, kind, group: 'organizations', subject })
}
