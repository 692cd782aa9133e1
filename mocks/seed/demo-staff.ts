import { defaultPreferences } from '#/contract/me.ts'
import type { Role } from '#/contract/permissions.ts'
import { foldText } from '#/contract/fold-text.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { StaffRow } from '#server/store/rows.ts'

function aMember(username: string, displayName: string, role: Role): Omit<StaffRow, 'passwordHash'> {
  return {
    id: `staff-${username}`,
    version: 1,
    username,
    usernameFolded: foldText(username),
    displayName,
    email: `${username}@shop.example`,
    roles: [role],
    scopeIds: ['*'],
    disabledAt: null,
    preferences: defaultPreferences,
    createdAt: daysAgo(1200),
  }
}

/** One person for each role. Whoever stores them adds the password hash. */
export const demoStaff = {
  admin: aMember('admin', 'Alex Morgan', 'systemAdministrator'),
  service: aMember('service', 'Sam Rivera', 'customerService'),
  sales: aMember('sales', 'Lena Fischer', 'salesAgent'),
  finance: aMember('finance', 'Kofi Mensah', 'finance'),
} as const
