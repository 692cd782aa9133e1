import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { rootRoute } from '#/routes/root.tsx'

/** `returnTo` is a path of this app, never another site. */
const searchSchema = z.object({ returnTo: z.catch(z.optional(z.string().check(z.regex(/^\/(?!\/)/))), undefined) })

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchSchema,
  component: lazyRouteComponent(() => import('#/shared/session/sign-in-page.tsx'), 'SignInPage'),
})
