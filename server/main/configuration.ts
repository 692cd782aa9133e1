import * as z from 'zod/mini'
import { isLoopback } from '#server/main/loopback.ts'
import { StartError } from '#server/main/start-error.ts'

const whole = (from: number, to: number) => z.coerce.number().check(z.int(), z.gte(from), z.lte(to))
const textOf = (schema: z.ZodMiniType<string, string>) => z.optional(schema)

/** Proxies in front: their number, or yes and no. */
const proxiesSchema = z.pipe(
  z.string().check(z.regex(/^(true|false|[0-9])$/)),
  z.transform((value) => (value === 'true' ? 1 : value === 'false' ? 0 : Number(value))),
)

/** Without a name and a password in it, which no request may carry there. */
const webUrl = z
  .string()
  .check(z.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).username === ''))
const httpsUrl = z.string().check(z.refine((text) => text.startsWith('https://') && URL.canParse(text)))

const environmentSchema = z.object({
  PORT: z._default(whole(0, 65_535), 3000),
  HOST: z._default(z.string().check(z.regex(/^[0-9a-zA-Z.:-]+$/)), '127.0.0.1'),
  DATABASE_URL: textOf(z.string().check(z.regex(/^postgres(ql)?:\/\/./))),
  DATA_DIR: z._default(z.string(), './data'),
  APP_DIR: textOf(z.string()),
  ADMIN_PASSWORD: textOf(z.string().check(z.minLength(4), z.maxLength(1000))),
  SEED: z.optional(z.enum(['demo', 'none'])),
  TRUST_PROXY: z._default(proxiesSchema, 0),
  SESSION_IDLE_MINUTES: z._default(whole(1, 10_080), 30),
  SESSION_HOURS: z._default(whole(1, 720), 12),
  SIGN_IN_ATTEMPTS: z._default(whole(1, 1_000_000), 5),
  RATE_LIMIT_PER_SECOND: z._default(whole(0, 1_000_000), 20),
  RATE_LIMIT_BURST: z._default(whole(1, 1_000_000), 60),
  EXTERNAL_ORDER_URL: textOf(httpsUrl.check(z.includes('{number}'))),
  EXTERNAL_CASE_URL: textOf(httpsUrl.check(z.includes('{number}'))),
  EXTERNAL_PRODUCT_URL: textOf(httpsUrl.check(z.includes('{customerNumber}'))),
  EXTERNAL_PAYMENTS_URL: textOf(httpsUrl.check(z.includes('{customerNumber}'))),
  PERSONAL_DETAIL: z._default(z.enum(['displayName', 'pin', 'none']), 'displayName'),
  PIN_KEY: textOf(z.string().check(z.regex(/^[A-Za-z0-9+/_-]{43}=?$/))),
  PASSWORD_RESET_WEBHOOK: textOf(webUrl),
  LIVE_UPDATES: z._default(z.enum(['on', 'off']), 'on'),
  PRESENCE: z._default(z.enum(['on', 'off']), 'on'),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
})
export type Configuration = z.output<typeof environmentSchema>

const expected: Record<keyof Configuration, string> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'an address or a host name',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/name',
  DATA_DIR: 'a folder',
  APP_DIR: 'a folder with a built app',
  ADMIN_PASSWORD: 'at least 4 characters',
  SEED: 'demo or none',
  TRUST_PROXY: 'the number of proxies in front (0 to 9), true or false',
  SESSION_IDLE_MINUTES: 'a number from 1 to 10080',
  SESSION_HOURS: 'a number from 1 to 720',
  SIGN_IN_ATTEMPTS: 'a number from 1',
  RATE_LIMIT_PER_SECOND: 'a number, 0 for no limit',
  RATE_LIMIT_BURST: 'a number from 1',
  EXTERNAL_ORDER_URL: 'an https address with {number} in it, like https://commerce.example/orders/{number}',
  EXTERNAL_CASE_URL: 'an https address with {number} in it',
  EXTERNAL_PRODUCT_URL: 'an https address with {customerNumber} in it',
  EXTERNAL_PAYMENTS_URL: 'an https address with {customerNumber} in it',
  PERSONAL_DETAIL: 'displayName, pin or none',
  PIN_KEY: '32 random bytes in base64, as "openssl rand -base64 32" prints them',
  LIVE_UPDATES: 'on or off',
  PRESENCE: 'on or off',
  PASSWORD_RESET_WEBHOOK: 'an http or https address without a name and a password in it',
  LOG_LEVEL: 'debug, info, warn, error or silent',
}

/** Only we use these beginnings, so a name that we do not know is a slip of ours to report, not somebody else's variable. */
const ownFamilies =
  /^(SIGN_IN|RATE_LIMIT|SESSION_IDLE|SESSION_HOUR|TRUST_PROX|EXTERNAL_|PERSONAL_DETAIL|PASSWORD_RESET|LIVE_UPDATE)/

/** Not repeated on the screen. */
const secret = new Set(['ADMIN_PASSWORD', 'DATABASE_URL', 'PASSWORD_RESET_WEBHOOK', 'PIN_KEY'])

const isKnown = (name: string): name is keyof Configuration => name in expected

function refuse(sentence: string): never {
  throw new StartError('configuration', `${sentence} docs/operating.md lists every setting.`)
}

/** Reads the settings, with defaults; an empty variable counts as absent. Throws a `StartError` that names the wrong one. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const unknown = given.map(([name]) => name).find((name) => ownFamilies.test(name) && !isKnown(name))
  if (unknown) refuse(`There is no setting ${unknown}: correct the name or remove it.`)

  const parsed = environmentSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    const value = secret.has(name) ? 'its value' : `"${environment[name]}"`
    refuse(`The setting ${name} cannot be ${value}: use ${isKnown(name) ? expected[name] : 'another value'}.`)
  }
  if (!isLoopback(parsed.data.HOST) && parsed.data.TRUST_PROXY === 0) {
    throw new StartError(
      'configuration',
      `HOST=${parsed.data.HOST} would send passwords and customer data over the network in the clear: put an HTTPS proxy in front and set TRUST_PROXY=1, or use HOST=127.0.0.1.`,
    )
  }
  return parsed.data
}
