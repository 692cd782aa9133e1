import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createApi } from '#server/api/create-api.ts'
import { createApiGuard } from '#server/main/api-guard.ts'
import type { Configuration } from '#server/main/configuration.ts'
import { createConnection } from '#server/main/connection.ts'
import type { Log } from '#server/main/log.ts'
import { verifyPassword } from '#server/main/passwords.ts'
import { createRateLimit } from '#server/main/rate-limit.ts'
import { contentSecurityPolicy, securityHeaders } from '#server/main/security-headers.ts'
import { createSessions } from '#server/main/sessions.ts'
import { createSignInThrottle } from '#server/main/sign-in-throttle.ts'
import type { StaticApp } from '#server/main/static-app.ts'
import type { Store } from '#server/store/store.ts'

interface Parts {
  store: Store
  staticApp: StaticApp
  configuration: Configuration
  log: Log
  now: () => number
}

const minute = 60_000

const linksOf = ({ EXTERNAL_ORDER_URL: order }: Configuration): Record<string, string> => (order ? { order } : {})

/** Everything that answers requests: the API below `/api/v1`, the app everywhere else. */
export function createHttpApp({ store, staticApp, configuration, log, now }: Parts): Hono<{ Bindings: HttpBindings }> {
  const connection = createConnection(configuration.TRUST_PROXY)
  const sessions = createSessions({
    store,
    now,
    idleMs: configuration.SESSION_IDLE_MINUTES * minute,
    absoluteMs: configuration.SESSION_HOURS * 60 * minute,
    isSecure: connection.isSecure,
  })
  const api = createApi({
    store,
    now,
    identify: sessions.identify,
    startSession: sessions.start,
    endSession: sessions.end,
    verifyPassword,
    authMethod: 'password',
    links: linksOf(configuration),
    personalDetail: configuration.PERSONAL_DETAIL,
    log: log.request,
  })
  const guard = createApiGuard({
    api,
    sessions,
    connection,
    rateLimit: createRateLimit({
      perSecond: configuration.RATE_LIMIT_PER_SECOND,
      burst: configuration.RATE_LIMIT_BURST,
      now,
    }),
    throttle: createSignInThrottle({ attempts: configuration.SIGN_IN_ATTEMPTS, now }),
    log,
  })

  const policy = contentSecurityPolicy(staticApp.hashes)
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (context, next) => {
    await next()
    const secure = connection.isSecure(context.req.raw)
    const isApi = context.req.path.startsWith('/api/')
    const headers = securityHeaders(isApi ? { secure } : { secure, policy })
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
  })
  app.route('/api/v1', guard)
  app.all('/api/*', (context) => api.fetch(context.req.raw))
  app.all('*', (context) => staticApp.respond(context.req.raw))
  return app
}
