import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activity, ActivityCounts, AuditEntry } from '#/contract/activities.ts'
import type { Page } from '#/contract/common.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Actor } from '#/contract/common.ts'
import { aCustomer } from '#tests/builders.ts'
import { anActivity } from '#tests/care-builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import { send } from '#tests/contract/send.ts'
import { testPassword } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

type Activities = Page<Activity> & { counts?: ActivityCounts }

/** Every write about one customer, wherever its path begins. */
const writes = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(
  ([, { method, path }]) => method !== 'GET' && /^\/(customers|cases|invoices|subscriptions)(\/|$)/.test(path),
)

describe.each(targets)('activities on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  it('are looked for behind every write', () => {
    expect(writes.map(([name]) => name)).toEqual(
      expect.arrayContaining(['createCustomer', 'patchCustomer', 'putMembership', 'putNoteAttachment']),
    )
  })

  it.each(writes)('hold what %s did, once, with who did it and what changed', async (name, endpoint) => {
    const actor = target.actorOf('systemAdministrator')
    const world = aWorld(actor)
    await target.insert(world.rows)
    const known = new Set((await target.store.find('activities', {})).rows.map(({ id }) => id))
    const response = await send(admin, endpoint, world.requests[name])
    expect(response.status).toBeLessThan(300)
    const text = await response.text()
    const customerId = name === 'createCustomer' ? (JSON.parse(text) as { id: string }).id : world.customer.id
    const written = (await target.store.find('activities', {})).rows.filter(({ id }) => !known.has(id))
    expect(written.map((row) => [row.customerId, row.actor, row.legacy])).toEqual([[customerId, actor, false]])
    const { body } = await admin.get<Activities>(`/customers/${customerId}/activities?limit=1`)
    expect(body.items[0]?.id).toBe(written[0]?.id)
    expect(endpoint.method !== 'PATCH' || body.items[0]?.changes.length !== 0).toBe(true)
  })

  async function history() {
    const customer = aCustomer()
    const customerId = customer.id
    const staff: Actor = { type: 'staff', id: 'u1', displayName: 'Sam Rivera' }
    const self: Actor = { type: 'customer', id: customerId, displayName: null }
    const day = (number: number) => `2026-03-0${number}T10:00:00.000Z`
    const rows = [
      anActivity({ id: `${customerId}h1`, customerId, kind: 'customerCreated', at: day(1), actor: self }),
      anActivity({
        id: `${customerId}h2`,
        customerId,
        kind: 'addressChanged',
        group: 'addresses',
        at: day(2),
        actor: staff,
        changes: [{ field: 'city', from: 'Lévis', to: 'Montréal' }],
      }),
      anActivity({
        id: `${customerId}h3`,
        customerId,
        kind: 'addressAdded',
        group: 'addresses',
        at: day(3),
        actor: self,
      }),
      anActivity({
        id: `${customerId}h4`,
        customerId,
        kind: 'beamedUp',
        group: 'orders',
        at: day(3),
        title: 'Beamed up',
      }),
      anActivity({ id: `${customerId}h5`, customerId, kind: 'oldEntry', group: 'account', at: day(4), legacy: true }),
      // A group that a newer version writes.
      anActivity({ id: `${customerId}h6`, customerId, kind: 'folded', group: 'origami', at: day(5) }),
    ]
    await target.insert({ customers: [customer], activities: rows })
    const at = `/customers/${customerId}/activities`
    const numbers = async (query: string) =>
      (await admin.get<Activities>(`${at}?${query}`)).body.items.map(({ id }) => id.slice(-1)).join('')
    return { at, customerId, numbers }
  }

  it('come newest first, of one instant the later one first, and page by page', async () => {
    const { at, numbers } = await history()
    expect(await numbers('')).toBe('64321')
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await admin.get<Activities>(`${at}?limit=1${cursor}`)
      seen.push(...body.items.map(({ id }) => id.slice(-1)))
      cursor = body.next ? `&cursor=${encodeURIComponent(body.next)}` : ''
    } while (cursor !== '')
    expect(seen.join('')).toBe('64321')
  })

  it('go on without counts after a first page that brought them', async () => {
    const { at } = await history()
    const { body: first } = await admin.get<Activities>(`${at}?limit=2&count=true&groups=true`)
    const { status, body } = await admin.get<Activities>(`${at}?limit=2&cursor=${encodeURIComponent(first.next ?? '')}`)
    expect([status, body.items.map(({ id }) => id.slice(-1)).join('')]).toEqual([200, '32'])
  })

  it.each([
    ['group=addresses', '32'],
    ['group=addresses&group=orders', '432'],
    ['kind=addressChanged', '2'],
    ['actorType=customer', '31'],
    ['actorType=staff&actorId=u1', '2'],
    ['atFrom=2026-03-02&atTo=2026-03-03', '2'],
    ['q=montreal', '2'],
    ['q=sam%20rivera', '2'],
    ['q=beamed', '4'],
    ['q=nothing', ''],
    ['legacy=true', '5'],
  ])('are found by %s', async (query, expected) => {
    const { numbers } = await history()
    expect(await numbers(query)).toBe(expected)
  })

  it('are counted by what the other filters leave; legacy ones apart and without filters', async () => {
    const { at } = await history()
    const { body } = await admin.get<Activities>(`${at}?groups=true&group=orders&atTo=2026-03-04`)
    expect(body.items).toHaveLength(1)
    expect(body.counts?.groups).toEqual([
      { group: 'addresses', count: 2 },
      expect.objectContaining({ count: 1 }),
      expect.objectContaining({ count: 1 }),
    ])
    expect(body.counts?.kinds.map(({ kind }) => kind).toSorted()).toEqual([
      'addressAdded',
      'addressChanged',
      'beamedUp',
      'customerCreated',
    ])
    expect(body.counts?.actors).toContainEqual({ type: 'staff', id: 'u1', displayName: null, count: 1 })
    expect(body.counts?.legacy).toBe(1)
    expect(refusal(await admin.get(`${at}?legacy=true&kind=x`)).errors).toEqual(['kind: not-filterable'])
  })

  it('count those who did it under the names that they have now', async () => {
    const customer = aCustomer()
    const actor = target.actorOf('finance')
    const once = { ...actor, displayName: 'called otherwise then' }
    await target.insert({ customers: [customer], activities: [anActivity({ customerId: customer.id, actor: once })] })
    const { body } = await admin.get<Activities>(`/customers/${customer.id}/activities?groups=true`)
    expect(body.counts?.actors).toEqual([{ ...actor, count: 1 }])
  })

  it('of sign-ins and of what everybody uses stand in the audit log', async () => {
    const world = aWorld()
    await target.insert(world.rows)
    const body = { username: 'finance', password: testPassword }
    await target.anonymous.post('/auth/session', body)
    await target.anonymous.post('/auth/session', { ...body, password: 'wrong' })
    await target.anonymous.post('/auth/session', { ...body, username: 'nobody at all' })
    await send(admin, endpoints.putAttributeGroup, world.requests.putAttributeGroup)
    await send(admin, endpoints.patchCustomer, world.requests.patchCustomer)
    const { items } = (await admin.get<Page<AuditEntry>>('/audit-log')).body
    expect(items.slice(0, 4).map(({ kind, actor }) => [kind, actor.displayName])).toEqual([
      ['attributeGroupChanged', 'systemAdministrator'],
      ['signInRefused', null],
      ['signInRefused', 'finance'],
      ['signedIn', 'finance'],
    ])
    expect(JSON.stringify(items)).not.toContain('nobody')
  })
})
