import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as z from 'zod/mini'
import { changeEventSchema } from '#/contract/changes.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer, aStaffMember } from '#tests/builders.ts'
import { refusal, type Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import type { EventReader } from '#tests/event-reader.ts'

describe.each(targets)('the stream of changes on $name', ({ open }) => {
  let target: Target
  let admin: Client
  let customer: CustomerRow
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    customer = aCustomer()
    await target.insert({ customers: [customer] })
  })
  afterAll(async () => target.close())

  async function streamOf(client: Client, query = '', headers?: Record<string, string>): Promise<EventReader> {
    const stream = await client.stream(`/changes${query}`, headers)
    onTestFinished(async () => stream.close())
    return stream
  }
  let renamed = 0
  const rename = async ({ id } = customer) => {
    renamed += 1
    await admin.patch(`/customers/${id}`, { title: `Dr ${renamed}` }, { ifMatch: '*' })
  }
  const seqOf = (message: { data: string } | undefined) => (JSON.parse(message?.data ?? '{}') as { seq: number }).seq

  it('begins now, and tells each thing as it happens', async () => {
    await rename()
    const stream = await streamOf(admin)
    const ready = await stream.next()
    expect(ready).toEqual({ event: 'ready', id: String(seqOf(ready)), data: JSON.stringify({ seq: seqOf(ready) }) })
    expect(stream.text()).toMatch(/^retry: 3000\n/)
    for (let round = 0; round < 3; round += 1) {
      await rename()
      const message = await stream.next()
      const event = JSON.parse(message?.data ?? '') as unknown
      expect(z.parse(changeEventSchema, event)).toEqual(event)
      expect(message).toMatchObject({ event: 'customer.updated', id: String(seqOf(message)) })
    }
    const { body } = await admin.get<{ items: unknown[] }>(`/changes?after=${seqOf(ready)}`)
    expect(body.items).toHaveLength(3)
  })

  it('goes on where it broke off, and tells everything in between', async () => {
    const first = await streamOf(admin)
    const position = seqOf(await first.next())
    await first.close()
    for (let round = 0; round < 3; round += 1) await rename()
    const { body } = await admin.get<{ items: { seq: number }[] }>(`/changes?after=${position}`)
    const missed = body.items.map(({ seq }) => seq)

    // What a browser sends by itself counts before what stands in the address.
    const second = await streamOf(admin, '?after=0', { 'last-event-id': String(position) })
    const third = await streamOf(admin, `?after=${position}`)
    await rename()
    for (const stream of [second, third]) {
      expect(await stream.next()).toMatchObject({ event: 'ready', id: String(position) })
      const seen: number[] = []
      for (const _ of missed) seen.push(seqOf(await stream.next()))
      expect(seen).toEqual(missed)
      expect(seqOf(await stream.next())).toBeGreaterThan(missed.at(-1) ?? 0)
    }
  })

  it('begins with a reset where the log does not reach back to the position', async () => {
    const stream = await streamOf(admin, '?after=9000000000000')
    const reset = await stream.next()
    const event = JSON.parse(reset?.data ?? '') as unknown
    expect(z.parse(changeEventSchema, event)).toEqual(event)
    expect(reset).toMatchObject({ event: 'reset', id: String(seqOf(reset)) })
    await rename()
    expect(seqOf(await stream.next())).toBeGreaterThan(seqOf(reset))
  })

  it('tells what was asked for and may be seen, and moves on over the rest', async () => {
    const hidden = aCustomer({ scopeIds: ['north'] })
    await target.insert({ customers: [hidden] })
    const stranger = target.as(aStaffMember({ username: 'south', scopeIds: ['south'] }))
    const own = await streamOf(stranger)
    const narrow = await streamOf(admin, `?customerId=${hidden.id}&resourceType=customer`)
    for (const stream of [own, narrow]) await stream.next()
    await rename(hidden)
    await admin.put(`/me/drafts/${hidden.id}/account/-`, { baseEtag: '', values: {} })
    await stranger.put(`/me/drafts/${customer.id}/account/-`, { baseEtag: '', values: {} })
    await rename()
    expect([(await own.next())?.event, (await own.next())?.event]).toEqual(['draft.created', 'customer.updated'])
    await rename(hidden)
    const events = [await narrow.next(), await narrow.next()]
    expect(events.map((message) => [message?.event, message?.data.includes(hidden.id)])).toEqual([
      ['customer.updated', true],
      ['customer.updated', true],
    ])
  })

  it('shows now and then that it is alive, and where it is', async () => {
    const stream = await streamOf(target.as(aStaffMember({ username: 'west', scopeIds: ['west'] })))
    const start = seqOf(await stream.next())
    const hidden = aCustomer({ scopeIds: ['north'] })
    await target.insert({ customers: [hidden] })
    await rename(hidden)
    const waiting = stream.next()
    await expect.poll(() => stream.text(), { timeout: 5000 }).toMatch(/\n: \d+\nid: \d+\n\n/)
    await expect.poll(() => Number(stream.lastId()), { timeout: 5000 }).toBeGreaterThan(start)
    await rename()
    expect((await waiting)?.event).toBe('customer.updated')
  })

  it('ends with the session', async () => {
    const staff = aStaffMember({ username: 'leaver' })
    await target.insert({ staff: [staff] })
    const stream = await streamOf(target.as(staff))
    await stream.next()
    await target.store.transaction(async (transaction) =>
      transaction.update('staff', staff.id, { disabledAt: '2026-11-22T12:00:00.000Z' }),
    )
    expect(await stream.next()).toMatchObject({ event: 'signedOut', data: '{}' })
    expect(await stream.next()).toBeUndefined()
  })

  it('shows less as soon as a person may see less', async () => {
    const [north, other] = [aCustomer({ scopeIds: ['north'] }), aCustomer()]
    const staff = aStaffMember({ username: 'mover', scopeIds: ['north'] })
    await target.insert({ customers: [north, other], staff: [staff] })
    const stream = await streamOf(target.as(staff))
    await stream.next()
    await rename(north)
    expect((await stream.next())?.data).toContain(north.id)
    await target.store.transaction(async (transaction) =>
      transaction.update('staff', staff.id, { scopeIds: ['south'] }),
    )
    const waiting = stream.next()
    await expect.poll(() => stream.text(), { timeout: 5000 }).toMatch(/\n: \d+\n/)
    await rename(north)
    await rename(other)
    expect((await waiting)?.data).toContain(other.id)
  })

  it('is refused like any other request, and beyond a number that nobody needs', async () => {
    const asked = { accept: 'text/event-stream' }
    expect(refusal(await target.anonymous.get('/changes', asked))).toEqual({ status: 401, type: 'unauthenticated' })
    expect(refusal(await admin.get('/changes?after=x', asked))).toMatchObject({ status: 400 })
    const broken = await admin.get('/changes', { ...asked, 'last-event-id': 'x' })
    expect(refusal(broken)).toMatchObject({ status: 400, errors: ['Last-Event-ID: invalid'] })

    const many = target.as('finance')
    const streams = await Promise.all(Array.from({ length: 50 }, async () => streamOf(many)))
    await Promise.all(streams.map(async (stream) => stream.next()))
    const refused = await many.get('/changes', asked)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    await streams[0]?.close()
    // The server may be asking the database something for it when it breaks off, and only then is it over.
    const next = await vi.waitFor(async () => streamOf(many), { timeout: 10_000 })
    expect((await next.next())?.event).toBe('ready')
  })
})
