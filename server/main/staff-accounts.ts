import { foldText } from '#/contract/fold-text.ts'
import { defaultPreferences } from '#/contract/me.ts'
import type { Role } from '#/contract/permissions.ts'
import { hashPassword, randomPassword } from '#server/main/passwords.ts'
import { recordActivity } from '#server/api/activity.ts'
import { StartError } from '#server/main/start-error.ts'
import { newId } from '#server/store/new-id.ts'
import type { StaffRow } from '#server/store/rows.ts'
import { DuplicateError, type Reader, type Store, type Transaction } from '#server/store/store.ts'

const roleNames: Record<string, Role> = {
  administrator: 'systemAdministrator',
  service: 'customerService',
  sales: 'salesAgent',
  finance: 'finance',
  systemAdministrator: 'systemAdministrator',
  customerService: 'customerService',
  salesAgent: 'salesAgent',
}

/** The role by its short name or its name in the API; undefined when there is none. */
export const roleNamed = (name: string): Role | undefined =>
  Object.hasOwn(roleNames, name) ? roleNames[name] : undefined

/** What people may type as a name: one word that is easy to type and to say. */
export const usernamePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u

export function aStaffRow(username: string, role: Role, passwordHash: string, now: number, id = newId(now)): StaffRow {
  return {
    id,
    version: 1,
    username,
    usernameFolded: foldText(username),
    displayName: username,
    email: null,
    roles: [role],
    scopeIds: ['*'],
    passwordHash,
    disabledAt: null,
    preferences: defaultPreferences,
    createdAt: new Date(now).toISOString(),
  }
}

async function staffNamed(reader: Reader, username: string): Promise<StaffRow> {
  const where = { op: 'in', field: 'usernameFolded', values: [foldText(username)] } as const
  const [staff] = (await reader.find('staff', { where, limit: 1 })).rows
  if (!staff) throw new StartError('accounts', `There is no account ${username}: see "npm run staff -- list".`)
  return staff
}

/** Adds an account and gives its password, which is stored nowhere. */
export async function addStaff(store: Store, username: string, role: Role, now: number): Promise<string> {
  const password = randomPassword()
  const staff = aStaffRow(username, role, await hashPassword(password), now)
  try {
    await store.transaction(async (transaction) => {
      await transaction.insert('staff', [staff])
      await audit(transaction, staff, 'staffAdded', now, { roles: staff.roles.join(', ') })
    })
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    throw new StartError('accounts', `The name ${username} is taken: choose another one.`, { cause: error })
  }
  return password
}

/** Nobody signs in with the account any more, and whoever is signed in with it is out with the next request. */
export async function disableStaff(store: Store, username: string, now: number): Promise<void> {
  const { id } = await staffNamed(store, username)
  const { rows: sessions } = await store.find('sessions', { where: { op: 'in', field: 'staffId', values: [id] } })
  await store.transaction(async (transaction) => {
    const staff = await transaction.lock('staff', id)
    if (staff) {
      const changes = { disabledAt: staff.disabledAt ?? new Date(now).toISOString(), version: staff.version + 1 }
      await transaction.update('staff', id, changes)
      await audit(transaction, staff, 'staffDisabled', now)
    }
    for (const session of sessions) await transaction.remove('sessions', session.id)
  })
}

/** Accounts are managed at the machine itself: that somebody was there is all that is known. */
async function audit(
  store: Transaction,
  { id, displayName }: StaffRow,
  kind: string,
  now: number,
  data: Record<string, unknown> = {},
): Promise<void> {
  const actor = { type: 'system', id: 'command-line', displayName: null } as const
  const subject = { type: 'staff', id, label: displayName }
  const entry = { customerId: null, kind, group: 'staff', subject, data }
  await recordActivity({ store, now: new Date(now).toISOString(), actor }, entry)
}

/** All accounts by name. */
export async function listStaff(store: Store): Promise<StaffRow[]> {
  return (await store.find('staff', { sort: [{ field: 'usernameFolded' }] })).rows
}
