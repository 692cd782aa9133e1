import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { foldText } from '#/contract/fold-text.ts'
import { problemOf, Refusal } from '#server/api/refusal.ts'
import { compressAnswer } from '#server/main/compress-answer.ts'
import type { Connection } from '#server/main/connection.ts'
import type { Log } from '#server/main/log.ts'
import type { createRateLimit } from '#server/main/rate-limit.ts'
import { isOwnRequest, isUnsafe } from '#server/main/same-origin.ts'
import type { Sessions } from '#server/main/sessions.ts'
import type { createSignInThrottle } from '#server/main/sign-in-throttle.ts'

type Env = { Bindings: HttpBindings }

interface Parts {
  api: { fetch: (request: Request) => Promise<Response> }
  sessions: Pick<Sessions, 'sessionOf'>
  connection: Connection
  rateLimit: ReturnType<typeof createRateLimit>
  throttle: ReturnType<typeof createSignInThrottle>
  log: Pick<Log, 'request'>
}

/** More than any sign-in needs. */
const signInBytes = 16 * 1024

const tooMany = (seconds: number) => new Refusal('too-many-requests', {}, { 'Retry-After': String(seconds) })

/** The API with what the mock needs none of: limits, the rule against forged requests, compression. */
export function createApiGuard({ api, sessions, connection, rateLimit, throttle, log }: Parts): Hono<Env> {
  const addressOf = (context: Context<Env>) =>
    connection.addressOf(context.req.raw, context.env.incoming.socket.remoteAddress)

  const limitAndProtect: MiddlewareHandler<Env> = async (context, next) => {
    const request = context.req.raw
    const session = await sessions.sessionOf(request)
    const signedIn = typeof session === 'object'
    const seconds = rateLimit.take(signedIn ? session.id : addressOf(context))
    if (seconds > 0) throw tooMany(seconds)
    if (signedIn && isUnsafe(request) && !isOwnRequest(request, connection.originOf(request))) {
      throw new Refusal('csrf')
    }
    await next()
  }

  const signIn = async (context: Context<Env>) => {
    const body = await context.req.text()
    const attempt = await throttle.begin(`${accountOf(body)} ${addressOf(context)}`)
    if (typeof attempt === 'number') throw tooMany(attempt)
    let status = 500
    try {
      const { url, headers } = context.req.raw
      const response = await api.fetch(new Request(url, { method: 'POST', headers, body }))
      status = response.status
      return response
    } finally {
      attempt.end(status === 200 ? 'signedIn' : status === 401 ? 'refused' : 'invalid')
    }
  }

  const guard = new Hono<Env>()
  guard.use(async (context, next) => {
    await next()
    context.res = await compressAnswer(context.req.raw, context.res)
  })
  // Whoever watches the process must not be kept out by its limits.
  guard.get('/health/*', (context) => api.fetch(context.req.raw))
  guard.use(limitAndProtect)
  guard.post(
    '/auth/session',
    bodyLimit({
      maxSize: signInBytes,
      onError: () => {
        throw new Refusal('too-large')
      },
    }),
    signIn,
  )
  guard.all('*', (context) => api.fetch(context.req.raw))
  guard.onError((error, context) => {
    const refusal = error instanceof Refusal ? error : new Refusal('internal')
    return refuse(refusal, context, log, error)
  })
  return guard
}

/** The account that a sign-in is about, however it is written; what cannot be read has a key of its own. */
function accountOf(body: string): string {
  try {
    const { username } = JSON.parse(body) as { username?: unknown }
    return typeof username === 'string' ? foldText(username.slice(0, 200)) : ''
  } catch {
    return ''
  }
}

function refuse(refusal: Refusal, context: Context<Env>, log: Pick<Log, 'request'>, error: unknown): Response {
  const requestId = crypto.randomUUID()
  const problem = problemOf(refusal, requestId)
  log.request({
    requestId,
    method: context.req.method,
    path: context.req.path,
    status: problem.status,
    durationMs: 0,
    ...(error === refusal ? {} : { error }),
  })
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      Vary: 'Cookie, Authorization',
      'X-Request-Id': requestId,
      ...refusal.headers,
    },
  })
}
