import { foldText } from '#/contract/fold-text.ts'
import { createSession, deleteSession } from '#/contract/session.ts'
import { done, ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { meOf } from '#server/api/me.ts'
import { Refusal } from '#server/api/refusal.ts'

export function registerSession({ handle }: Registry): void {
  handle(createSession, async ({ body, deps, request, store }) => {
    const { username, password } = body()
    const where = { op: 'in', field: 'usernameFolded', values: [foldText(username)] } as const
    const [staff] = (await store.find('staff', { where, limit: 1 })).rows
    // Always verified, so that the time it takes does not tell whether the person exists.
    const isRight = await deps.verifyPassword(password, staff?.passwordHash ?? null)
    if (!staff || !isRight || staff.disabledAt !== null) {
      throw new Refusal('unauthenticated', { detail: 'Username or password is wrong' })
    }
    const { headers, expiresAt } = await deps.startSession(staff, request)
    return ok(meOf({ staff, sessionExpiresAt: expiresAt }, deps), headers)
  })

  handle(deleteSession, async ({ deps, request }) => done((await deps.endSession(request)).headers))
}
