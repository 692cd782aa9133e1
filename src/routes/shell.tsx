import { createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { customerRecords } from '#/customers/record/customer-records.tsx'
import { rootRoute } from '#/routes/root.tsx'
import { isApiError } from '#/shared/api/api-error.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import { WorkspaceFrame } from '#/workspace/workspace-frame.tsx'

const searchSchema = z.object({ open: z.catch(z.optional(z.string()), undefined) })

/** Everything behind the sign-in. `open` is kept by every link below. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: searchSchema,
  search: { middlewares: [retainSearchParams(['open'])] },
  loader: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (!isApiError(error, 'unauthenticated', 'session-expired')) throw error
      throw redirect({
        to: '/sign-in',
        search: location.pathname === '/' ? {} : { returnTo: location.href },
        replace: true,
      })
    }
  },
  component: () => (
    <WorkspaceFrame records={customerRecords}>
      <Outlet />
    </WorkspaceFrame>
  ),
})
