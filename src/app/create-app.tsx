import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { useStore } from 'zustand'
import { followDrafts } from '#/app/follow-drafts.ts'
import type { ConnectLive } from '#/app/live-updates.ts'
import { rememberPerson } from '#/app/own-history.ts'
import { createQueryClient } from '#/app/query-client.ts'
import { startLive } from '#/app/start-live.ts'
import { parseSearch, stringifySearch } from '#/app/search-params.ts'
import { attributesRoute } from '#/routes/attributes.tsx'
import { customersRoute, indexRoute, recordIndexRoute, recordRoute } from '#/routes/customers.tsx'
import { orderRoute, ordersRoute } from '#/routes/orders.tsx'
import { rootRoute } from '#/routes/root.tsx'
import { shellRoute } from '#/routes/shell.tsx'
import { signInRoute } from '#/routes/sign-in.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { createLive, LiveProvider } from '#/shared/live/live.ts'
import { openBroadcast, type OpenChannel } from '#/shared/live/window-channel.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { followWindow, watchPerson } from '#/shared/session/resume-session.ts'
import { createSession, type SessionNews } from '#/shared/session/session.ts'
import { SessionProvider } from '#/shared/session/session-context.ts'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'
import { createNotices } from '#/shared/ui/notices.ts'
import { NoticesProvider } from '#/shared/ui/notice-region.tsx'
import { failureText } from '#/shared/api/failure-text.ts'
import { createDrafts, DraftsProvider } from '#/workspace/drafts/drafts.ts'
import { claimWindowId } from '#/workspace/window-id.ts'
import { Workspace } from '#/workspace/workspace.ts'
import { WorkspaceProvider } from '#/workspace/workspace-context.ts'

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    indexRoute,
    customersRoute,
    recordRoute,
    recordIndexRoute,
    ordersRoute,
    orderRoute,
    attributesRoute,
  ]),
])

function createAppRouter(history: RouterHistory, queryClient: ReturnType<typeof createQueryClient>) {
  return createRouter({
    routeTree,
    history,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // The cache of the queries decides what is stale.
    defaultStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

interface Parts {
  /** Id of the window; settles once no other window has it. */
  windowId?: Promise<string>
  /** Whether what is open is stored, and comes back in another window. */
  storesWorkspace?: boolean
  /** How the windows of the browser hear each other. */
  openChannel?: OpenChannel
  /** How it hears what happens on the server; `null` for not at all. */
  connectLive?: ConnectLive | null
}

/** Everything with a lifetime is made here, so that each test has an app of its own. */
export function createApp(
  history: RouterHistory,
  { windowId = claimWindowId(), storesWorkspace = true, openChannel = openBroadcast, connectLive }: Parts = {},
) {
  // Before the router: it takes over the `open` parameter of every address.
  const workspace = new Workspace(history, storesWorkspace ? windowId : undefined)
  const session = createSession()
  const notices = createNotices()
  const onSignedOut = () => {
    if (history.location.pathname !== '/sign-in' && queryClient.getQueryData(['me']))
      session.setState({ expired: true })
  }
  const queryClient = createQueryClient({
    onSignedOut,
    onFailure: (error) => notices.show({ kind: 'error', text: failureText(error, m.errors_action_failed()) }),
    isSignedOut: () => session.getState().expired,
  })
  const windows = openChannel<SessionNews>('session', (news) => followWindow({ session, client: queryClient }, news))
  session.setState({ tellWindows: windows.post })
  watchPerson({ session, client: queryClient }, rememberPerson)
  session.subscribe(({ isLeaving }) => {
    if (isLeaving) workspace.discardUnsaved()
  })
  const live = createLive()
  const parts = { client: queryClient, session, workspace, windowId, live }
  const endLive = connectLive === null ? undefined : startLive({ ...parts, connect: connectLive })
  const router = createAppRouter(history, queryClient)
  const personId = () => queryClient.getQueryData(meQuery.queryKey)?.id
  const drafts = createDrafts({ workspace, session, windowId, personId, onSignedOut, openChannel })
  followDrafts(live, drafts)

  const App = () => {
    const isLeaving = useStore(session, (state) => state.isLeaving)
    if (isLeaving) return null
    return (
      <ThemeRoot>
        <QueryClientProvider client={queryClient}>
          <SessionProvider value={session}>
            <NoticesProvider value={notices}>
              <LiveProvider value={live}>
                <WorkspaceProvider value={workspace}>
                  <DraftsProvider value={drafts}>
                    <RouterProvider router={router} />
                  </DraftsProvider>
                </WorkspaceProvider>
              </LiveProvider>
            </NoticesProvider>
          </SessionProvider>
        </QueryClientProvider>
      </ThemeRoot>
    )
  }
  return { App, router, queryClient, workspace, notices, session, windowId, drafts, live, endLive }
}
