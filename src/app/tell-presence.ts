import type { QueryClient } from '@tanstack/react-query'
import { sendPresence, type SentPresence } from '#/app/send-presence.ts'
import { putPresence } from '#/contract/presence.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import type { Attention } from '#/shared/live/attention.ts'
import { configQuery } from '#/shared/session/config.queries.ts'
import type { Session } from '#/shared/session/session.ts'
import type { Workspace } from '#/workspace/workspace.ts'

interface Parts {
  client: QueryClient
  session: Session
  workspace: Workspace
  windowId: Promise<string>
  attention: Attention
}

/** Tells the server where the person is, unless that is switched off. Gives the way to stop. */
export function tellPresence({ client, session, workspace, windowId, attention }: Parts): () => void {
  let stop: (() => void) | undefined
  let isEnded = false

  const begin = async () => {
    const [config, id] = await Promise.all([client.fetchQuery(configQuery), windowId])
    if (isEnded || config.features['presence'] !== true) return
    const send = async (presence: SentPresence, isLast: boolean) => {
      // Nobody is signed in who could be anywhere.
      if (session.getState().expired) return
      try {
        await api(putPresence, { body: { ...presence, windowId: id }, keepalive: isLast })
      } catch (error) {
        // Said again in a moment.
        if (isApiError(error, 'unauthenticated', 'session-expired')) session.setState({ expired: true })
      }
    }
    stop = sendPresence({ workspace, attention, send: (presence, isLast) => void send(presence, isLast) })
  }
  void begin().catch(() => undefined)
  return () => {
    isEnded = true
    stop?.()
  }
}
