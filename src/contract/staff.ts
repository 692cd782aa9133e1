import * as z from 'zod/mini'
import { flag, idSchema, instantSchema, pageOf, pagingMembers } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { roles } from '#/contract/permissions.ts'

const staffMemberSchema = z.object({
  id: idSchema,
  etag: z.string(),
  username: z.string(),
  displayName: z.string(),
  email: z.nullable(z.string()),
  roles: z.array(z.enum(roles)),
  /** `['*']` for every scope. */
  scopeIds: z.array(z.string()),
  /** Since when the account cannot be signed in to. */
  disabledAt: z.nullable(instantSchema),
  createdAt: instantSchema,
})
export type StaffMember = z.output<typeof staffMemberSchema>

export const listStaff = endpoint({
  name: 'listStaff',
  method: 'GET',
  path: '/staff',
  summary: 'Accounts of the staff, by user name; `active=true` leaves the disabled ones out',
  tag: 'Session',
  access: 'staff:manage',
  query: z.strictObject({ ...pagingMembers, active: z.optional(flag()) }),
  responses: { 200: pageOf(staffMemberSchema) },
})
