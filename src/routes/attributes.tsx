import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#/routes/shell.tsx'

export const attributesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/attributes',
  component: lazyRouteComponent(() => import('#/metadata/attributes-page.tsx'), 'AttributesPage'),
})
