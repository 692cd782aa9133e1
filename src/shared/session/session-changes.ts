import { meQuery } from '#/shared/session/me.queries.ts'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { dataOf, type ChangeRules } from '#/shared/live/change-rules.ts'

/** What the person may do and prefers, and the scopes there are. */
export const sessionChanges: ChangeRules = {
  me: ({ etag }) => ({ source: dataOf(meQuery, (me) => me.etag === etag) }),
  scope: () => ({ others: [{ queryKey: scopesQuery.queryKey }] }),
}
