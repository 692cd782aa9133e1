import { defaultPreferences, getMe, meSchema, patchPreferences } from '#/contract/me.ts'
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
    // What was stored before a preference came up lacks it.
    preferences: { ...defaultPreferences, ...staff.preferences },
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
    const me = meOf({ ...call.identity, staff }, call.deps)
    call.preconditions.requireMatch(me, meSchema)
    const { values, changes } = changesOf(me.preferences, call.body())
    if (changes.length === 0) return ok(me)

    const update = { preferences: { ...me.preferences, ...values }, version: staff.version + 1 }
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
