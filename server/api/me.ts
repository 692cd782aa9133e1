import { getMe, meSchema, patchPreferences } from '#/contract/me.ts'
import type { Me } from '#/contract/me.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import { changesOf, recordActivity } from '#server/api/activity.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'

export function meOf({ staff, sessionExpiresAt }: Identity, deps: ApiDeps): Me {
  return {
    ...staff,
    etag: etagOf(staff),
    permissions: permissionsOf(staff.roles),
    sessionExpiresAt,
    authMethod: deps.authMethod,
  }
}

export function registerMe({ handle, handleWrite }: Registry): void {
  handle(getMe, async ({ identity, deps }) => ok(meOf(identity, deps)))

  handleWrite(patchPreferences, async (call) => {
    const staff = await call.store.lock('staff', call.identity.staff.id)
    if (!staff) throw notFound()
    call.preconditions.requireMatch(meOf({ ...call.identity, staff }, call.deps), meSchema)
    const { values, changes } = changesOf(staff.preferences, call.body())
    if (changes.length === 0) return ok(meOf({ ...call.identity, staff }, call.deps))

    const update = { preferences: { ...staff.preferences, ...values }, version: staff.version + 1 }
    await call.store.update('staff', staff.id, update)
    await recordActivity(call, {
      customerId: null,
      kind: 'preferencesChanged',
      group: 'account',
      subject: { type: 'staff', id: staff.id, label: staff.displayName },
      changes,
    })
    return ok(meOf({ ...call.identity, staff: { ...staff, ...update } }, call.deps))
  })
}
