import { foldText } from '#/contract/fold-text.ts'
import { createSession, deleteSession } from '#/contract/session.ts'
import { recordActivity } from '#server/api/activity.ts'
import { done, ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import type { ApiDeps } from '#server/api/deps.ts'
import { meOf } from '#server/api/me.ts'
import { Refusal } from '#server/api/refusal.ts'
import type { StaffRow } from '#server/store/rows.ts'

export function registerSession({ handle }: Registry): void {
  handle(createSession, async ({ body, deps, request, store }) => {
    const { username, password } = body()
    const where = { op: 'in', field: 'usernameFolded', values: [foldText(username)] } as const
    const [staff] = (await store.find('staff', { where, limit: 1 })).rows
    // Always verified, so that the time it takes does not tell whether the person exists.
    const isRight = await deps.verifyPassword(password, staff?.passwordHash ?? null)
    if (!staff || !isRight || staff.disabledAt !== null) {
      // Written whether there is such a person or not, for the time it takes; what was typed may be a password.
      await audit(deps, staff, 'signInRefused')
      throw new Refusal('unauthenticated', { detail: 'Username or password is wrong' })
    }
    const { headers, expiresAt } = await deps.startSession(staff, request)
    await audit(deps, staff, 'signedIn')
    return ok(meOf({ staff, sessionExpiresAt: expiresAt }, deps), headers)
  })

  handle(deleteSession, async ({ deps, request }) => {
    const identity = await deps.identify(request)
    const { headers } = await deps.endSession(request)
    if (typeof identity === 'object') await audit(deps, identity.staff, 'signedOut')
    return done(headers)
  })
}

/** Sessions are kept by whoever runs the API, so what is written down about them has a transaction of its own. */
async function audit(deps: ApiDeps, staff: StaffRow | undefined, kind: string): Promise<void> {
  const { id = null, displayName = null } = staff ?? {}
  const actor = { type: 'staff', id, displayName } as const
  const subject = { type: 'staff', id: id ?? '', label: displayName ?? '' }
  const at = new Date(deps.now()).toISOString()
  await deps.store.transaction(async (transaction) => {
    await recordActivity({ store: transaction, now: at, actor }, { customerId: null, kind, group: 'sessions', subject })
  })
}
