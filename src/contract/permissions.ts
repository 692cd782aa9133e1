/** Every permission of the product. The UI and the API decide by these, never by role names. */
export const permissions = [
  'customer:read',
  'customer:create',
  'customer:write',
  'customer:status',
  'customer:anonymize',
  'pii:reveal',
  'payment:manage',
  'billing:read',
  'billing:write',
  'delegate:write',
  'case:write',
  'note:write',
  'note:moderate',
  'export:run',
  'import:run',
  'metadata:write',
  'staff:manage',
  'audit:read',
] as const

export type Permission = (typeof permissions)[number]

export const roles = ['systemAdministrator', 'customerService', 'salesAgent', 'finance'] as const

export type Role = (typeof roles)[number]

/** Default role map; docs/decisions/0004 says why each role has what it has. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  systemAdministrator: permissions,
  customerService: [
    'customer:read',
    'customer:create',
    'customer:write',
    'customer:status',
    'pii:reveal',
    'payment:manage',
    'billing:read',
    'delegate:write',
    'case:write',
    'note:write',
    'export:run',
  ],
  salesAgent: ['customer:read', 'customer:create', 'customer:write', 'billing:read', 'case:write', 'note:write'],
  finance: ['customer:read', 'payment:manage', 'billing:read', 'billing:write', 'note:write', 'export:run'],
}

/** Union of what the given roles may do, in the order of `permissions`. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return permissions.filter((permission) => held.some((role) => rolePermissions[role].includes(permission)))
}
