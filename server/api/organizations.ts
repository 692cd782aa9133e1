import * as contract from '#/contract/organizations.ts'
import type { Membership, Organization } from '#/contract/organizations.ts'
import { foldText } from '#/contract/fold-text.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { created, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { newEntity, touched } from '#server/api/entity-row.ts'
import { anyOf, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid, notFound } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import type { MembershipRow, OrganizationRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

export function registerOrganizations({ handle, handleWrite }: Registry): void {
  handle(contract.listOrganizations, async (call) => {
    const { q, sort, active } = call.query
    const { condition } = searchOf<'organizations'>(q, 'searchText', {})
    const { rows, ...page } = await findPage(call, 'organizations', {
      where: [
        ...(condition ? [condition] : []),
        ...anyOf<'organizations'>('active', active === undefined ? undefined : [active]),
      ],
      sort: sortKeys(sort, { name: 'nameSort', number: 'number' }, [{ field: 'nameSort' }]),
    })
    return ok({ items: rows.map(organizationOf), ...page })
  })

  handle(contract.getOrganization, async ({ store, params }) => {
    const row = await store.get('organizations', params.id)
    if (!row) throw notFound()
    return ok(organizationOf(row))
  })

  handleWrite(contract.createOrganization, async (call) => {
    const body = call.body()
    const members = { ...blank, ...body }
    refuseLoneExtension(members)
    const row: OrganizationRow = { ...withoutGaps(members), ...derivedOf(members), ...newEntity(call) }
    await call.store.insert('organizations', [row])
    await record(call, row, 'organizationCreated', changesOf<object>({ ...blank, name: null }, body).changes)
    return created(organizationOf(row), `/organizations/${row.id}`)
  })

  handleWrite(contract.patchOrganization, async (call) => {
    const row = await call.store.lock('organizations', call.params.id)
    if (!row) throw notFound()
    call.preconditions.requireMatch(organizationOf(row), contract.organizationSchema)
    const patch = call.body()
    const { values, changes } = changesOf<OrganizationRow>(row, patch)
    const after = { ...row, ...values }
    if (patch.phone !== undefined || patch.phoneExt !== undefined) refuseLoneExtension(after)
    if (changes.length === 0) return ok(organizationOf(row))

    const update = { ...values, ...derivedOf(after), ...touched(call, row) }
    await call.store.update('organizations', row.id, update)
    if ('name' in values || 'number' in values) await renameInMemberships(call, after)
    await record(call, after, 'organizationChanged', changes)
    return ok(organizationOf({ ...after, ...update }))
  })
}

const blank = {
  number: null,
  managerName: null,
  phone: null,
  phoneExt: null,
  email: null,
  fax: null,
  description: null,
  active: true,
  addresses: [],
}

type Members = Omit<
  Organization,
  'id' | 'etag' | `created${string}` | `updated${string}` | 'sourceSystem' | 'externalId'
>

function withoutGaps(members: { [Member in keyof Members]: Members[Member] | undefined }): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, value ?? blank[name as keyof typeof blank]]),
  ) as Members
}

function derivedOf(row: Pick<OrganizationRow, 'name' | 'number'> & { managerName?: string | null | undefined }) {
  return { nameSort: foldText(row.name), searchText: searchTextOf([row.name, row.number, row.managerName ?? null]) }
}

function refuseLoneExtension(row: { phone?: string | null | undefined; phoneExt?: string | null | undefined }): void {
  if ((row.phoneExt ?? null) === null || (row.phone ?? null) !== null) return
  throw invalid({ pointer: '/phoneExt', code: 'needs-number', detail: 'An extension needs its number' })
}

async function renameInMemberships({ store }: WriteCall, { id, name, number }: OrganizationRow): Promise<void> {
  const where = { op: 'in', field: 'organizationId', values: [id] } as const
  for (const membership of (await store.find('memberships', { where })).rows) {
    await store.update('memberships', membership.id, { organizationName: name, organizationNumber: number })
  }
}

async function record(
  call: WriteCall,
  row: OrganizationRow,
  kind: string,
  changes: ReturnType<typeof changesOf>['changes'],
): Promise<void> {
  const subject = { type: 'organization', id: row.id, label: row.name }
  await recordActivity(call, { customerId: null, kind, group: 'organizations', subject, changes })
}

const organizationOf = (row: OrganizationRow): Organization => ({ ...row, etag: etagOf(row) })

export const membershipOf = (
  row: OrganizationRow,
  { memberSince }: Pick<MembershipRow, 'memberSince'>,
): Membership => ({
  ...organizationOf(row),
  memberSince,
})
