import { delay } from 'msw/utils/delay'
import type { CustomerPatch } from '#/contract/customers.ts'
import { breakingOff, isStream, json, networkError, problem } from '#mocks/answers.ts'
import type { Exchange } from '#mocks/exchange.ts'
import { retryAfter } from '#mocks/faults.ts'
import type { MockBackend } from '#mocks/mock-backend.ts'
import type { ScenarioName } from '#mocks/mock-state.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'

/** Answers a call in place of the API, or leaves it alone. */
type Answerer = (exchange: Exchange) => Promise<Response | undefined>
/** Begun afresh whenever it is chosen, so that it can count. */
type Scenario = () => Answerer

type Json = Record<string, unknown>

/** The API's answer with its body changed; refusals stay as they are. */
async function patched({ next }: Exchange, change: (body: Json) => unknown): Promise<Response> {
  const response = await next()
  if (!response.ok || response.status === 204 || response.status === 304 || isStream(response)) return response
  return json(change((await response.json()) as Json), response.status)
}

const isRead = ({ endpoint }: Exchange) => endpoint.method === 'GET'
const isSession = ({ endpoint }: Exchange) => endpoint.tag === 'Session' || endpoint.tag === 'Service'
/** Lists of data; metadata and scopes are not, screens would be pointless without. */
const isList = ({ name, endpoint }: Exchange) => name.startsWith('list') && !endpoint.cacheable && !endpoint.background
const itemsOf = (body: Json): Json[] => (Array.isArray(body['items']) ? (body['items'] as Json[]) : [])

const without = (body: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))

const empty: Scenario = () => async (exchange) =>
  isList(exchange)
    ? patched(exchange, (body) => ({
        ...without(body, 'next'),
        items: [],
        ...('total' in body ? { total: { value: 0, relation: 'eq' } } : {}),
      }))
    : undefined

const slow: Scenario = () => async () => {
  await delay(2000)
  return undefined
}

/** Values that a colleague enters, none twice. */
const colleagueValues = (round: number) =>
  ({
    firstName: 'Meanwhile',
    middleName: 'Otherwise',
    lastName: 'Changed-Elsewhere',
    companyName: 'Changed Elsewhere Ltd',
    email: `changed.elsewhere.${round}@mail.example`,
    phone: `+1212555${1000 + (round % 9000)}`,
    mobile: `+1646555${1000 + (round % 9000)}`,
    workPhone: `+1917555${1000 + (round % 9000)}`,
  }) satisfies CustomerPatch

/** A colleague saves the customer: the named fields as far as there are values for them, and always the mobile. */
export async function colleagueSaves(
  backend: MockBackend,
  customerId: string,
  fields: readonly string[],
  round = 1,
): Promise<void> {
  const body = Object.fromEntries(
    Object.entries(colleagueValues(round)).filter(([field]) => field === 'mobile' || fields.includes(field)),
  )
  await backend.callAs('service', 'patchCustomer', { path: { id: customerId }, body })
}

/** Each record is changed by a colleague once, just before it is saved for the first time. */
const conflict: Scenario = () => {
  const changed = new Set<string>()
  return async ({ backend, name, path, request }) => {
    const { id = '' } = path
    if (name !== 'patchCustomer' || changed.has(id)) return undefined
    changed.add(id)
    await colleagueSaves(backend, id, Object.keys((await request.json()) as object))
    return undefined
  }
}

/** Rights were taken away after the page asked for them: it offers what is then refused. */
const permissionLost: Scenario = () => async (exchange) =>
  isRead(exchange) || isSession(exchange)
    ? undefined
    : problem('forbidden', { requiredPermission: exchange.endpoint.access })

const providerUnavailable: Scenario = () => async (exchange) =>
  exchange.name === 'listSavedPayments'
    ? patched(exchange, (body) => ({
        ...body,
        items: itemsOf(body).slice(1),
        unavailable: [
          {
            source: 'PayWorks',
            problem: {
              type: '/problems/source-unavailable',
              title: 'A source of this data is unavailable',
              status: 503,
            },
          },
        ],
      }))
    : undefined

/** Made up, but of the right length and with the right check digit. */
const fullNumber = ['4111', '1111', '1111', '1111']
const masksSeen = [
  fullNumber.join(''),
  fullNumber.join(' '),
  'xxxx-xxxx-xxxx-1111',
  '411111******1111',
  '…1111',
  '1111',
  null,
] as const

function withCardNumbers(item: Json, mask: string | null): Json {
  const card = item['card'] && { ...Object(item['card']), mask, holder: `Card ${fullNumber.join('.')}` }
  const bank = item['bank'] && { ...Object(item['bank']), holder: fullNumber.join('') }
  return { ...item, label: fullNumber.join('-'), card, bank }
}

/** A provider that sends whole card numbers where a mask belongs, and masks in many forms. */
const cardNumbers: Scenario = () => async (exchange) =>
  exchange.name === 'listSavedPayments'
    ? patched(exchange, (body) => ({
        ...body,
        items: itemsOf(body).map((item, index) => withCardNumbers(item, masksSeen[index % masksSeen.length] ?? null)),
      }))
    : undefined

/** Each cart became an order between the list and the click. */
const cartsOrdered: Scenario = () => async (exchange) =>
  exchange.name === 'getCart'
    ? patched(exchange, (body) => ({ ...body, orderedAs: { id: 'becca-o1', number: 'W-20263000' } }))
    : undefined

/** A member that no client knows yet, in every object of an answer. */
const withUnknownMember = (value: Json): Json => ({ ...value, addedLater: { since: '2.0', values: [1, 2, 3] } })

/** Codes that the catalogue of this version lacks; only members that are open by contract. */
function withUnknownCodes(item: Json): Json {
  const codes: Json = {}
  if ('salutation' in item) codes['salutation'] = 'mx-2031'
  if ('shipmentCount' in item) codes['status'] = { ...Object(item['status']), code: 'HeldByDrone' }
  if ('kind' in item && 'provider' in item) codes['kind'] = 'palmReader'
  if ('itemQuantity' in item) codes['type'] = 'HologramCart'
  return withUnknownMember({ ...item, ...codes })
}

/** What a server one version ahead answers. A client must cope. */
const newerServer: Scenario = () => async (exchange) =>
  isRead(exchange) && !isSession(exchange)
    ? patched(exchange, (body) =>
        'items' in body
          ? withUnknownMember({ ...body, items: itemsOf(body).map(withUnknownCodes) })
          : withUnknownCodes(body),
      )
    : undefined

/** Answers that break the contract: a required member is missing. */
const brokenAnswers: Scenario = () => async (exchange) =>
  isRead(exchange) && !isSession(exchange)
    ? patched(exchange, (body) =>
        'items' in body ? { ...body, items: itemsOf(body).map((item) => without(item, 'id')) } : without(body, 'id'),
      )
    : undefined

/** Every record was deleted, or lies outside the scopes of the person, since it was listed. */
const goneRecords: Scenario = () => async (exchange) =>
  Object.keys(exchange.path).length > 0 && !isSession(exchange) ? problem('not-found') : undefined

const readsFail: Scenario = () => async (exchange) =>
  isRead(exchange) && !isSession(exchange) ? problem('internal') : undefined

const savesFail: Scenario = () => async (exchange) =>
  isRead(exchange) || isSession(exchange) ? undefined : problem('unavailable', { retryAfter })

/** Every other answer gets lost. What was sent may have been done all the same. */
const flaky: Scenario = () => {
  let calls = 0
  return async ({ next }) => {
    calls += 1
    if (calls % 2 === 0) return undefined
    await (await next()).body?.cancel()
    return networkError()
  }
}

/** The company has set up nothing, and no customer has a value. */
const noAttributes: Scenario = () => async (exchange) => {
  if (exchange.name === 'listAttributeDefinitions') return json({ items: [], groups: [] })
  if (exchange.name === 'listLookups') return json({ items: [] })
  return exchange.name === 'getCustomerAttributes' ? patched(exchange, (body) => ({ ...body, values: {} })) : undefined
}

/** The source of one card of the overview does not answer. */
const cardUnavailable: Scenario = () => async (exchange) =>
  exchange.name === 'getOverview'
    ? patched(exchange, (body) => {
        const cards = Object(body['cards']) as Json
        if (!('invoices' in cards)) return body
        const unavailable = { type: '/problems/source-unavailable', title: 'A source is unavailable', status: 503 }
        return { ...body, cards: { ...cards, invoices: { state: 'unavailable', problem: unavailable } } }
      })
    : undefined

/** Somebody else has each customer on the screen that the person looks at. */
const colleaguePresent: Scenario =
  () =>
  async ({ backend, name, path }) => {
    if (name !== 'listPresence') return undefined
    const colleague = backend.state.getState().staffId === demoStaff.service.id ? 'sales' : 'service'
    await backend.callAs(colleague, 'putPresence', {
      body: { customerId: path['id'] ?? null, section: 'account', editing: true },
    })
    return undefined
  }

const asksForStream = ({ name, request }: Exchange) =>
  name === 'listChanges' && request.headers.get('accept')?.startsWith('text/event-stream') === true

const streamDrops: Scenario = () => async (exchange) =>
  asksForStream(exchange) ? breakingOff(await exchange.next(), 2000) : undefined

const noStream: Scenario = () => async (exchange) => (asksForStream(exchange) ? networkError() : undefined)

/** Each reachable by hand in the panel and by `renderApp(at, { scenario })`. */
export const scenarios: Record<ScenarioName, Scenario> = {
  normal: () => async () => undefined,
  empty,
  slow,
  conflict,
  permissionLost,
  providerUnavailable,
  cardNumbers,
  cartsOrdered,
  newerServer,
  brokenAnswers,
  goneRecords,
  readsFail,
  savesFail,
  flaky,
  noAttributes,
  cardUnavailable,
  colleaguePresent,
  streamDrops,
  noStream,
}
