import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { createQueryClient } from '#/app/query-client.ts'
import { parseSearch, stringifySearch } from '#/app/search-params.ts'
import { attributesRoute } from '#/routes/attributes.tsx'
import { customersRoute, indexRoute, recordIndexRoute, recordRoute } from '#/routes/customers.tsx'
import { orderRoute, ordersRoute } from '#/routes/orders.tsx'
import { rootRoute } from '#/routes/root.tsx'
import { shellRoute } from '#/routes/shell.tsx'
import { signInRoute } from '#/routes/sign-in.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { createSession } from '#/shared/session/session.ts'
import { SessionProvider } from '#/shared/session/session-context.ts'
import { ThemeRoot } from '#/shared/theme/theme-root.tsx'
import { createNotices } from '#/shared/ui/notices.ts'
import { NoticesProvider } from '#/shared/ui/notice-region.tsx'
import { failureText } from '#/shared/api/failure-text.ts'
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

/** Everything with a lifetime is made here, so that each test has an app of its own. */
export function createApp(history: RouterHistory) {
  // Before the router: it takes over the `open` parameter of every address.
  const workspace = new Workspace(history)
  const session = createSession()
  const notices = createNotices()
  const queryClient = createQueryClient({
    onSignedOut: () => {
      if (history.location.pathname !== '/sign-in' && queryClient.getQueryData(['me']))
        session.setState({ expired: true })
    },
    onFailure: (error) => notices.show({ kind: 'error', text: failureText(error, m.errors_action_failed()) }),
  })
  const router = createAppRouter(history, queryClient)

  const App = () => (
    <ThemeRoot>
      <QueryClientProvider client={queryClient}>
        <SessionProvider value={session}>
          <NoticesProvider value={notices}>
            <WorkspaceProvider value={workspace}>
              <RouterProvider router={router} />
            </WorkspaceProvider>
          </NoticesProvider>
        </SessionProvider>
      </QueryClientProvider>
    </ThemeRoot>
  )
  return { App, router, queryClient, workspace, notices, session }
}
