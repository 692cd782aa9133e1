import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import { createApi } from '#server/api/create-api.ts'
import { databaseFileVault } from '#server/api/file-vault.ts'
import { invoiceDocuments } from '#server/api/invoice-document.ts'
import { sniffFile } from '#server/api/sniff-file.ts'
import { createApiGuard } from '#server/main/api-guard.ts'
import type { Configuration } from '#server/main/configuration.ts'
import { createConnection } from '#server/main/connection.ts'
import type { Log } from '#server/main/log.ts'
import { verifyPassword } from '#server/main/passwords.ts'
import { pinVaultSource } from '#server/main/pin-key.ts'
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
  /** Aborted when the server is about to end. */
  stopping: AbortSignal
}

const minute = 60_000

const background: readonly Endpoint[] = Object.values<Endpoint>(endpoints).filter(({ background }) => background)
const backgroundPaths = background.map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

/** What pages ask for by themselves: it does not show that somebody is there. */
function isBackground({ method, url }: Request): boolean {
  const { pathname } = new URL(url)
  return backgroundPaths.some((path) => path.method === method && path.pattern.test(pathname))
}

/** Templates of links to other systems, of those that are configured. */
function linksOf(configuration: Configuration): Record<string, string> {
  const links = {
    order: configuration.EXTERNAL_ORDER_URL,
    case: configuration.EXTERNAL_CASE_URL,
    addProduct: configuration.EXTERNAL_PRODUCT_URL,
    managePayments: configuration.EXTERNAL_PAYMENTS_URL,
  }
  return Object.fromEntries(Object.entries(links).filter((link): link is [string, string] => link[1] !== undefined))
}

/** Everything that answers requests: the API below `/api/v1`, the app everywhere else. */
export function createHttpApp({
  store,
  staticApp,
  configuration,
  log,
  now,
  stopping,
}: Parts): Hono<{ Bindings: HttpBindings }> {
  const connection = createConnection(configuration.TRUST_PROXY)
  const sessions = createSessions({
    store,
    now,
    idleMs: configuration.SESSION_IDLE_MINUTES * minute,
    absoluteMs: configuration.SESSION_HOURS * 60 * minute,
    isSecure: connection.isSecure,
    isUse: (request) => !isBackground(request),
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
    features: { presence: configuration.PRESENCE === 'on', liveUpdates: configuration.LIVE_UPDATES === 'on' },
    stopping,
    findPinVault: pinVaultSource(configuration),
    sniff: sniffFile,
    makeInvoiceDocument: invoiceDocuments(async () => (await import('#server/main/document-fonts.ts')).documentFonts),
    files: databaseFileVault,
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
