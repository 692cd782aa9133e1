import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeEvent } from '#/contract/changes.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { recordingChanges } from '#server/api/change-log.ts'
import { forgetChanges, logMs } from '#server/api/change-reader.ts'
import { removeDraftsOf } from '#server/api/drafts.ts'
import { aCustomer, anAddress, aStaffMember } from '#tests/builders.ts'
import { refusal, type Client } from '#tests/contract/client.ts'
import { send } from '#tests/contract/send.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

interface Page {
  items: ChangeEvent[]
  next: number
  hasMore: boolean
}

/** What is told of a write that succeeds in a world of its own; of those that are not here at least something. */
const told: Partial<Record<EndpointName, readonly string[]>> = {
  patchPreferences: ['me.updated'],
  putDraft: ['draft.created'],
  // There is none to delete.
  deleteDraft: [],
  putWorkspace: [],
  deleteWorkspace: [],
  putPresence: ['presence.changed'],
  createCustomer: ['customer.created'],
  patchCustomer: ['customer.updated'],
  createStatusChange: ['customer.statusChanged', 'customer.updated'],
  deleteSignInLock: ['customer.updated'],
  createPasswordReset: ['activity.created'],
  patchCustomerAttributes: ['attributes.created'],
  putAttributeDefinition: ['attributeDefinition.updated'],
  deleteAttributeDefinition: ['attributeDefinition.deleted'],
  putLookup: ['lookup.created'],
  deleteLookup: ['lookup.deleted'],
  putAttributeGroup: ['attributeGroup.updated'],
  deleteAttributeGroup: ['attributeGroup.deleted'],
  // The list shows city and country of the oldest address.
  createAddress: ['address.created', 'customer.updated'],
  patchAddress: ['address.updated', 'customer.updated'],
  deleteAddress: ['address.deleted'],
  restoreAddress: ['address.created', 'customer.updated'],
  putMembership: ['membership.created'],
  deleteMembership: ['membership.deleted'],
  createOrganization: ['organization.created'],
  patchOrganization: ['organization.updated'],
  putCustomerStore: ['customerStore.created'],
  deleteCustomerStore: ['customerStore.deleted'],
  putPreferredStore: ['customer.updated', 'preferredStore.updated'],
  patchSavedPayment: ['savedPayment.updated'],
  deleteSavedPayment: ['savedPayment.deleted'],
  createNote: ['note.created'],
  deleteNote: ['note.deleted'],
  restoreNote: ['note.created'],
  // The list shows how many are open.
  createCase: ['case.created', 'customer.updated'],
  createCaseComment: ['case.updated'],
  createContact: ['contact.created', 'contact.updated'],
  createAlternativeContact: ['actsFor.updated', 'alternativeContact.created'],
  patchBillingInfo: ['billingInfo.updated'],
  createInvoice: ['invoice.created'],
}

const writes = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(
  ([, { method, access }]) => method !== 'GET' && access !== 'public',
)

describe.each(targets)('the log of changes on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  const now = async (client = admin) => (await client.get<Page>('/changes')).body.next
  async function after(position: number, { client = admin, query = '' } = {}): Promise<ChangeEvent[]> {
    const events: ChangeEvent[] = []
    for (let next = position, hasMore = true; hasMore;) {
      const { body } = await client.get<Page>(`/changes?after=${next}${query}`)
      events.push(...body.items)
      ;({ next, hasMore } = body)
    }
    return events
  }
  async function freshWorld() {
    const world = aWorld(target.actorOf('systemAdministrator'))
    await target.insert(world.rows)
    return world
  }

  it.each(writes)('tells what %s did, with its activity and no word of what is in it', async (name, endpoint) => {
    const world = await freshWorld()
    const before = await now()
    const { status } = await send(admin, endpoint, world.requests[name])
    expect(status).toBeLessThan(300)
    const events = await after(before)
    const something = expect.arrayContaining([expect.any(String)])
    expect(events.map(({ type }) => type).toSorted()).toEqual(told[name] ?? something)

    const { rows: activities } = await target.store.find('activities', {
      sort: [{ field: 'id', descending: true }],
      limit: 1,
    })
    for (const event of events) {
      // What is one's own leaves no activity.
      const isOwn = name === 'deleteJob' || ['draft', 'presence'].includes(event.resource.type)
      expect(event.activityId).toBe(isOwn ? null : activities[0]?.id)
      expect(event.actor).toEqual({ type: 'staff', id: expect.any(String) })
    }
    const text = JSON.stringify(events)
    const { firstName, lastName, email, phone } = world.customer
    for (const word of [firstName, lastName, email, phone, 'Grace', 'Side Street', 'systemAdministrator', 'Renamed']) {
      expect(text).not.toContain(`"${word}`)
    }
  })

  it('is silent about what was refused, undone, repeated or left as it was', async () => {
    const customer = aCustomer({ title: 'Dr' })
    await target.insert({ customers: [customer] })
    const at = `/customers/${customer.id}`
    const before = await now()
    await admin.patch(at, { title: 'Prof' }, { ifMatch: '"7"' })
    await admin.patch(at, { title: 5 }, { ifMatch: '"1"' })
    await admin.patch(at, { title: 'Dr' }, { ifMatch: '"1"' })
    await target.as('finance').patch(at, { title: 'Prof' }, { ifMatch: '"1"' })
    expect(await after(before)).toEqual([])
    const key = crypto.randomUUID()
    for (const _ of [1, 2]) await admin.patch(at, { title: 'Prof' }, { ifMatch: '"1"', key })
    expect(await after(before)).toMatchObject([
      {
        type: 'customer.updated',
        resource: { type: 'customer', id: customer.id },
        customerId: customer.id,
        etag: '"2"',
        at: new Date(target.clock.now).toISOString(),
      },
    ])
  })

  it('tells of other resources that a write touches', async () => {
    const customer = aCustomer()
    const preferred = anAddress({ customerId: customer.id, isPreferredBilling: true })
    const next = anAddress({ customerId: customer.id })
    await target.insert({ customers: [customer], addresses: [preferred, next] })
    const before = await now()
    await admin.patch(`/customers/${customer.id}/addresses/${next.id}`, { isPreferredBilling: true }, { ifMatch: '*' })
    const events = await after(before, { query: '&resourceType=address' })
    expect(events.map(({ resource, etag }) => `${resource.id} ${etag}`).toSorted()).toEqual(
      [preferred.id, next.id].toSorted().map((id) => `${id} "2"`),
    )
  })

  it('says no more than that when very much has changed at once', async () => {
    const names = Array.from({ length: 201 }, (_, index) => `/me/drafts/many/account/item-${index}`)
    for (const name of names) await admin.put(name, { baseEtag: '', values: { a: 1 } })
    const before = await now()
    const store = recordingChanges(target.store, {
      actor: { type: 'system', id: null },
      now: '2026-11-22T12:00:00.000Z',
    })
    await store.transaction(async (transaction) => removeDraftsOf(transaction, 'many'))
    expect(await after(before)).toMatchObject([{ type: 'reset', actor: { type: 'system', id: null } }])
  })

  it('is read in pages that leave nothing out, filtered or not', async () => {
    const before = await now()
    const [first, second] = [await freshWorld(), await freshWorld()]
    for (let round = 0; round < 4; round += 1) {
      for (const { customer } of [first, second]) {
        await admin.patch(`/customers/${customer.id}`, { title: `Dr ${round}` }, { ifMatch: '*' })
        await admin.put(`/customers/${customer.id}/stores/${first.requests.putCustomerStore.path.split('/').at(-1)}`)
      }
    }
    const all = await after(before)
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => a - b))
    for (const limit of [1, 2, 7, 200]) expect(await after(before, { query: `&limit=${limit}` })).toEqual(all)
    for (const { customer } of [first, second]) {
      const own = all.filter(({ customerId }) => customerId === customer.id)
      expect(await after(before, { query: `&customerId=${customer.id}&limit=2` })).toEqual(own)
    }
    const both = `&customerId=${first.customer.id}&customerId=${second.customer.id}&resourceType=customerStore`
    expect(await after(before, { query: both })).toEqual(all.filter(({ type }) => type === 'customerStore.created'))
    const { body } = await admin.get<Page>(`/changes?after=${before}&customerId=nobody`)
    expect(body).toEqual({ items: [], next: all.at(-1)?.seq, hasMore: false })
  })

  it('shows a person nothing of customers out of sight, and nobody what is another person’s own', async () => {
    const [north, everybody] = [aCustomer({ scopeIds: ['north'] }), aCustomer()]
    await target.insert({ customers: [north, everybody] })
    const stranger = target.as(aStaffMember({ username: 'south', scopeIds: ['south'] }))
    const before = await now()
    for (const { id } of [north, everybody]) {
      await admin.patch(`/customers/${id}`, { title: 'Dr' }, { ifMatch: '*' })
      await admin.put(`/me/drafts/${id}/account/-`, { baseEtag: '', values: {} })
      await stranger.put(`/me/drafts/${id}/account/-`, { baseEtag: '', values: {} })
    }
    const whose = (events: ChangeEvent[]) => events.map(({ type, customerId }) => `${type} ${customerId}`)
    expect(whose(await after(before))).toEqual([
      `customer.updated ${north.id}`,
      `draft.created ${north.id}`,
      `customer.updated ${everybody.id}`,
      `draft.created ${everybody.id}`,
    ])
    expect(whose(await after(before, { client: stranger }))).toEqual([
      `draft.created ${north.id}`,
      `customer.updated ${everybody.id}`,
      `draft.created ${everybody.id}`,
    ])
    expect(await now(stranger)).toBe(await now())
  })

  it('says so when it does not reach back to a position, or never had it', async () => {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    const rename = async (title: string) => admin.patch(`/customers/${customer.id}`, { title }, { ifMatch: '*' })
    const before = await now()
    await rename('Dr')
    const between = await now()
    target.clock.now += logMs
    await rename('Prof')
    await forgetChanges(target.store, target.clock.now + 1)
    expect(refusal(await admin.get(`/changes?after=${before}`))).toEqual({ status: 410, type: 'cursor-expired' })
    expect(await after(between)).toHaveLength(1)
    expect((await admin.get(`/changes?after=${(await now()) + 1}`)).status).toBe(410)

    target.clock.now += logMs + 1
    await forgetChanges(target.store, target.clock.now)
    expect(await target.store.count('changes', undefined, 10)).toBe(0)
    expect(await after(await now())).toEqual([])
    expect((await admin.get(`/changes?after=${between}`)).status).toBe(410)
    await rename('Dr')
    expect(await now()).toBeGreaterThan(between)
  })

  it('holds nothing that people typed', async () => {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    const at = `/customers/${customer.id}`
    const word = fc.stringMatching(/^Z[a-z]{4,12}$/)
    const phone = fc.integer({ min: 2_000_000, max: 9_999_999 }).map((digits) => `+1514${digits}`)
    const before = await now()
    const typed: string[] = []
    await fc.assert(
      fc.asyncProperty(word, word, phone, async (first, last, phone) => {
        typed.push(first, last, phone)
        const email = `${last}@example.org`
        await admin.patch(at, { firstName: first, lastName: last, email, phone }, { ifMatch: '*' })
        await admin.post(`${at}/addresses`, { firstName: first, line1: last, phone, city: first, countryCode: 'CA' })
        await admin.put(`/me/drafts/${customer.id}/account/-`, { baseEtag: '', values: { [first]: last, phone } })
        await admin.put('/me/presence', { customerId: customer.id, section: last.toLowerCase() })
      }),
      { numRuns: 10 },
    )
    const events = await after(before)
    expect(events.length).toBeGreaterThan(30)
    const text = JSON.stringify(events).toLowerCase()
    expect(typed.filter((value) => text.includes(value.toLowerCase()))).toEqual([])
  })
})
