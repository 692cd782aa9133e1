import { listStaff } from '#/contract/staff.ts'
import type { StaffMember } from '#/contract/staff.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import type { StaffRow } from '#server/store/rows.ts'
import type { Condition } from '#server/store/store.ts'

const enabled: Condition<'staff'> = { op: 'in', field: 'disabledAt', values: [null] }

export function registerStaffAccounts({ handle }: Registry): void {
  handle(listStaff, async (call) => {
    const { active } = call.query
    const { rows, ...page } = await findPage(call, 'staff', {
      where: active === undefined ? [] : [active ? enabled : { op: 'not', condition: enabled }],
      sort: [{ field: 'usernameFolded' }],
    })
    return ok({ items: rows.map(staffMemberOf), ...page })
  })
}

/** Member by member: neither the hash of the password nor what somebody prefers is for others. */
const staffMemberOf = (row: StaffRow): StaffMember => ({
  id: row.id,
  etag: etagOf(row),
  username: row.username,
  displayName: row.displayName,
  email: row.email,
  roles: row.roles,
  scopeIds: row.scopeIds,
  disabledAt: row.disabledAt,
  createdAt: row.createdAt,
})
