import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case, CaseListItem } from '#/contract/cases.ts'
import type { Page } from '#/contract/common.ts'
import type { Note } from '#/contract/notes.ts'
import { aSubscription } from '#tests/billing-builders.ts'
import { aCustomer } from '#tests/builders.ts'
import { aCase } from '#tests/care-builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('cases on $name', ({ open }) => {
  let target: Target
  let service: Client
  beforeAll(async () => {
    target = await open()
    service = target.as('customerService')
  })
  afterAll(async () => target.close())

  async function owner() {
    const customer = aCustomer()
    const subscription = aSubscription({ customerId: customer.id })
    await target.insert({ customers: [customer], subscriptions: [subscription] })
    const openCaseCount = async () => (await target.store.get('customers', customer.id))?.openCaseCount
    return { customer, customerId: customer.id, subscription, at: `/customers/${customer.id}/cases`, openCaseCount }
  }
  const activitiesOf = async (customerId: string) => {
    const where = { op: 'in', field: 'customerId', values: [customerId] } as const
    return (await target.store.find('activities', { where, sort: [{ field: 'at' }, { field: 'id' }] })).rows
  }

  it('are opened, commented on, closed and reopened, with everything said along the way', async () => {
    const { at, customer, customerId, subscription, openCaseCount } = await owner()
    const me = target.actorOf('customerService')
    const { status, headers, body } = await service.post<Case>(at, {
      subject: 'Parcel is late',
      description: 'Since Monday',
      priority: 'high',
      tags: ['delivery'],
      assigneeId: me.id,
      relatedProductId: subscription.id,
    })
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/cases/${body.id}`])
    expect(body).toMatchObject({
      number: expect.stringMatching(/^K-\d+$/),
      status: { code: 'new', class: 'open' },
      openedBy: me,
      assignee: { id: me.id, displayName: 'customerService' },
      relatedProduct: { id: subscription.id, name: subscription.name },
      customer: { id: customerId, customerNumber: customer.customerNumber },
      comments: [],
    })
    expect(await openCaseCount()).toBe(1)

    const path = `/cases/${body.id}`
    await service.post(`${path}/comments`, { content: 'Asked the carrier' })
    await service.patch(path, { status: 'escalated' }, { ifMatch: '"2"' })
    const closed = await service.patch<Case>(path, { status: 'completed', comment: 'It came' }, { ifMatch: '*' })
    expect(closed.body).toMatchObject({
      status: { code: 'completed', class: 'closed' },
      closedAt: closed.body.updatedAt,
    })
    expect(await openCaseCount()).toBe(0)
    const reopened = await service.patch<Case>(path, { status: 'assigned' }, { ifMatch: '*' })
    expect(reopened.body).toMatchObject({ status: { class: 'open' }, closedAt: null })
    expect(await openCaseCount()).toBe(1)
    expect(reopened.body.comments.map(({ entry, content, from, to }) => [entry, content, from, to])).toEqual([
      ['comment', 'Asked the carrier', null, null],
      ['statusChanged', null, 'new', 'escalated'],
      ['closed', 'It came', 'escalated', 'completed'],
      ['reopened', null, 'completed', 'assigned'],
    ])
    expect((await activitiesOf(customerId)).map(({ kind }) => kind)).toEqual([
      'caseOpened',
      'caseCommented',
      'caseStatusChanged',
      'caseClosed',
      'caseReopened',
    ])
    const notes = `/customers/${customerId}/notes?includeCaseNotes=true`
    const { items } = (await service.get<Page<Note>>(notes)).body
    const entries = items.map(({ case: of }) => of?.entry)
    expect(entries).toHaveLength(5)
    expect(new Set(entries)).toEqual(new Set(['opened', 'comment', 'statusChanged', 'closed', 'reopened']))
  })

  it('change by field, and tell what they were', async () => {
    const { at, customerId } = await owner()
    const { body } = await service.post<Case>(at, { subject: 'Cup broken', tags: ['a'] })
    const patch = { subject: 'Cups broken', tags: ['a', 'b'], deadline: '2026-12-01', priority: null }
    expect((await service.patch<Case>(`/cases/${body.id}`, patch, { ifMatch: body.etag })).body).toMatchObject(patch)
    expect((await activitiesOf(customerId)).at(-1)).toMatchObject({
      kind: 'caseChanged',
      changes: [
        { field: 'deadline', from: null, to: '2026-12-01' },
        { field: 'tags', from: ['a'], to: ['a', 'b'] },
        { field: 'subject', from: 'Cup broken', to: 'Cups broken' },
      ],
    })
    expect((await service.get<Page<CaseListItem>>(`${at}?q=cups`)).body.items).toHaveLength(1)
  })

  it('refuse what makes no sense', async () => {
    const { at } = await owner()
    const { subscription: foreign } = await owner()
    const errors = async (body: object) => refusal(await service.post(at, { subject: 'x', ...body })).errors
    expect(await errors({ assigneeId: 'nobody' })).toEqual(['/assigneeId: not-found'])
    expect(await errors({ relatedProductId: foreign.id })).toEqual(['/relatedProductId: not-found'])
    expect(await errors({ subject: ' ' })).toEqual(['/subject: too-short'])
    const { body } = await service.post<Case>(at, { subject: 'x' })
    const path = `/cases/${body.id}`
    expect(refusal(await service.patch(path, { comment: 'why' }, { ifMatch: '*' })).errors).toEqual([
      '/comment: needs-status',
    ])
    // Nobody's reason is dropped in silence where there is nothing to explain.
    expect(refusal(await service.patch(path, { status: 'new', comment: 'why' }, { ifMatch: '*' })).errors).toEqual([
      '/comment: needs-status',
    ])
    expect(refusal(await service.patch(path, { status: 'vanished' }, { ifMatch: '*' })).errors).toEqual([
      '/status: not-allowed',
    ])
    expect((await target.as('finance').get(path)).status).toBe(200)
    expect((await target.as('finance').post(at, { subject: 'x' })).status).toBe(403)
  })

  it.each([
    ['', 'dcba'],
    ['open=true', 'ca'],
    ['open=false', 'db'],
    ['status=beaming', 'c'],
    ['type=billing', 'b'],
    ['priority=high&priority=low', 'ba'],
    ['tag=vip', 'da'],
    ['openedFrom=2026-02-02&openedTo=2026-02-04', 'cb'],
    ['deadlineTo=2026-03-01', 'a'],
    ['q=late', 'ba'],
    ['q=k-77', 'd'],
    ['sort=deadline', 'abcd'],
  ])('are found by %s', async (query, expected) => {
    const { at, customerId } = await owner()
    const make = (letter: string, day: number, over: object) =>
      aCase({ customerId, openedAt: `2026-02-0${day}T10:00:00.000Z`, ...over, contactMethod: letter })
    await target.insert({
      cases: [
        make('a', 1, { priority: 'high', tags: ['vip'], deadline: '2026-02-28' }),
        make('b', 2, {
          type: 'billing',
          priority: 'low',
          statusClass: 'closed',
          statusCode: 'closed',
          deadline: '2026-03-01',
        }),
        make('c', 3, { statusCode: 'beaming', subject: 'Beam', deadline: '2026-03-02' }),
        make('d', 4, { tags: ['x', 'vip'], statusClass: 'closed', subject: 'Cup', number: `K-77 ${customerId}` }),
      ],
    })
    const { items } = (await service.get<Page<CaseListItem>>(`${at}?${query}`)).body
    expect(items.map(({ contactMethod }) => contactMethod).join('')).toBe(expected)
  })
})
