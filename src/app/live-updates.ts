import type { QueryClient } from '@tanstack/react-query'
import { changeRules } from '#/app/change-rules.ts'
import { tellPresence } from '#/app/tell-presence.ts'
import { watchSessionEnd } from '#/app/watch-session-end.ts'
import { createChangeApplier } from '#/shared/live/apply-changes.ts'
import { watchAttention, type Attention } from '#/shared/live/attention.ts'
import { connectWindows, type LiveConnection, type LiveListener } from '#/shared/live/connect-windows.ts'
import type { Live } from '#/shared/live/live.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import type { Session } from '#/shared/session/session.ts'
import type { Workspace } from '#/workspace/workspace.ts'

/** Connects a window; another one is given by tests. */
export type ConnectLive = (listener: LiveListener, attention: Attention, after: number | undefined) => LiveConnection

export interface FollowParts {
  client: QueryClient
  session: Session
  workspace: Workspace
  windowId: Promise<string>
  live: Live
  /** Where an earlier connection of this window was. */
  after: number | undefined
  connect: ConnectLive | undefined
}

/** Follows the log of changes until it is stopped; then gives the position that it came to. */
export function followChanges({ live, after, connect = connectWindows, ...parts }: FollowParts) {
  const { client, session } = parts
  const attention = watchAttention()
  const applier = createChangeApplier({
    client,
    rules: changeRules,
    personId: () => client.getQueryData(meQuery.queryKey)?.id,
    isAttended: attention.isGiven,
  })
  attention.subscribe(() => {
    if (attention.isGiven()) applier.catchUp()
  })
  live.setState({ mode: 'connecting' })
  const connection = connect(
    {
      onEvents: (events, isOld) => {
        live.setState({ latest: events })
        applier.take(events, isOld)
      },
      onReset: () => applier.reset(),
      onSignedOut: () => session.setState({ expired: true }),
      onMode: (mode) => live.setState({ mode }),
    },
    attention,
    after,
  )
  live.setState({ reconnect: connection.reconnect })
  const endings = [tellPresence({ ...parts, attention }), watchSessionEnd({ client, session, attention })]
  return () => {
    for (const end of endings) end()
    connection.stop()
    applier.stop()
    attention.stop()
    live.setState({ mode: 'off' })
    return connection.position()
  }
}
