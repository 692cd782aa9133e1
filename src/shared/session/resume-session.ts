import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from '#/shared/session/me.queries.ts'
import { leavePage, type Session, type SessionNews } from '#/shared/session/session.ts'

interface Windows {
  session: Session
  client: QueryClient
}

/** The same person is signed in again: changes that waited go on, once, and what is shown is read again. */
export function resumeSession({ session, client }: Windows) {
  session.setState({ expired: false })
  void client.resumePausedMutations()
  void client.invalidateQueries()
}

/** Somebody else is signed in: nothing of the person before may stay. */
export function startAnew({ session, client }: Windows) {
  leavePage(session, '/customers')
  client.clear()
}

/** Follows what another window of the browser did: it signed out, or signed somebody in. */
export function followWindow({ session, client }: Windows, news: SessionNews) {
  const me = client.getQueryData(meQuery.queryKey)
  if (!me) return
  if (news.kind === 'signedOut') session.setState({ expired: true })
  else if (news.staffId !== me.id) startAnew({ session, client })
  else if (session.getState().expired) resumeSession({ session, client })
}

/** Tells who is signed in, once that is known; begins anew when the session turns out to be somebody else's than before. */
export function watchPerson({ session, client }: Windows, onPerson: (id: string) => void) {
  let personId: string | undefined
  client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== meQuery.queryKey[0]) return
    const me = client.getQueryData(meQuery.queryKey)
    if (!me || me.id === personId) return
    const isOther = personId !== undefined
    personId = me.id
    onPerson(me.id)
    if (isOther) startAnew({ session, client })
  })
}
