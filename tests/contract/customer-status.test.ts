import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { StatusChange } from '#/contract/customer-status.ts'
import { customerStatuses } from '#/contract/customers.ts'
import type { Customer } from '#/contract/customers.ts'
import type { Problem } from '#/contract/problem.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

/** The transitions by hand as the contract lists them, written down a second time on purpose. */
const allowed = new Set([
  'active→blocked',
  'active→inactive',
  'blocked→active',
  'blocked→inactive',
  'inactive→active',
  'requiresApproval→active',
  'requiresApproval→inactive',
])
const isAllowed = ({ from, to }: { from: string; to: string }) => allowed.has(`${from}→${to}`)
const transitions = customerStatuses.flatMap((from) => customerStatuses.map((to) => ({ from, to })))

describe.each(targets)('status on $name', ({ open }) => {
  let target: Target
  let agent: Client
  beforeAll(async () => {
    target = await open()
    agent = target.as('customerService')
  })
  afterAll(async () => target.close())

  async function stored(over: Partial<CustomerRow> = {}) {
    const customer = aCustomer(over)
    await target.insert({ customers: [customer] })
    const at = `/customers/${customer.id}`
    return {
      at,
      id: customer.id,
      change: async (body: unknown, ifMatch = '*') =>
        await agent.post<Customer & Omit<Problem, 'status'>>(`${at}/status-changes`, body, { ifMatch }),
      history: async (query = '') => (await agent.get<Page<StatusChange>>(`${at}/status-changes${query}`)).body,
      current: async () => (await agent.get<Customer>(at)).body,
      activities: async () =>
        (await target.store.find('activities', { where: { op: 'in', field: 'customerId', values: [customer.id] } }))
          .rows,
    }
  }

  describe('a change', () => {
    it('answers the customer with the version that the next change names, and is written down twice', async () => {
      const { change, history, current, activities, at, id } = await stored({ email: 'ada@example.org' })
      const { status, headers, body } = await change(
        { to: 'blocked', reason: 'other', comment: '  Called in  ' },
        '"1"',
      )
      expect([status, headers.get('etag'), headers.get('location')]).toEqual([
        201,
        '"2"',
        `/api/v1${at}/status-changes`,
      ])
      expect(body).toMatchObject({ id, status: 'blocked', email: 'ada@example.org', etag: '"2"' })
      expect(await current()).toEqual(body)

      const actor = { type: 'staff', displayName: 'customerService' }
      const { items } = await history('?count=true')
      expect(items).toMatchObject([
        {
          from: 'active',
          to: 'blocked',
          reason: 'other',
          comment: 'Called in',
          at: '2026-11-22T12:00:00.000Z',
          actor,
        },
      ])
      expect(await activities()).toMatchObject([
        {
          kind: 'statusChanged',
          group: 'status',
          actor,
          changes: [{ field: 'status', from: 'active', to: 'blocked' }],
          data: { reason: 'other', comment: 'Called in', statusChangeId: items[0]?.id },
        },
      ])
    })

    it.each(transitions.filter(isAllowed))('is allowed from $from to $to', async ({ from, to }) => {
      const { change, current, history } = await stored({ status: from })
      const { status } = await change({ to, reason: 'accountClosure' })
      expect([status, (await current()).status, (await history()).items.length]).toEqual([201, to, 1])
    })

    it.each(transitions.filter((one) => !isAllowed(one)))('is not allowed from $from to $to', async ({ from, to }) => {
      const { change, current, history, activities } = await stored({ status: from })
      const { status, body } = await change({ to, reason: 'accountClosure' })
      expect([status, body.type, body.from]).toEqual([409, '/problems/invalid-transition', from])
      expect(new Set(body.allowed)).toEqual(new Set(customerStatuses.filter((other) => isAllowed({ from, to: other }))))
      expect([await history(), await activities()]).toEqual([{ items: [] }, []])
      expect(await current()).toMatchObject({ status: from, etag: '"1"' })
    })

    it.each<[object, string[]]>([
      [{ to: 'blocked' }, ['/reason: required']],
      [{ to: 'inactive', reason: null }, ['/reason: required']],
      [{ to: 'blocked', reason: 'moody' }, ['/reason: not-allowed']],
      [{ to: 'blocked', reason: 'other' }, ['/comment: required']],
      [{ to: 'blocked', reason: 'other', comment: '  ' }, ['/comment: too-short']],
      [{ to: 'blocked', reason: 'nonPayment', comment: 'x'.repeat(2001) }, ['/comment: too-long']],
      [{ to: 'blocked', reason: 'nonPayment', comment: 'paid with 4111-1111 1111 1111' }, ['/comment: card-number']],
      [{ to: 'gone', at: '2026-01-01' }, ['/to: not-allowed', '/at: unrecognized']],
      [{}, ['/to: not-allowed']],
    ])('is refused as %j', async (body, errors) => {
      const { change, history } = await stored()
      expect(refusal(await change(body))).toEqual({ status: 422, type: 'validation', errors })
      expect((await history()).items).toEqual([])
    })

    it('back to active needs no reason', async () => {
      const { change, history } = await stored({ status: 'inactive' })
      expect((await change({ to: 'active' })).status).toBe(201)
      expect((await history()).items).toMatchObject([{ reason: null, comment: null }])
    })

    it('is refused for an anonymised customer', async () => {
      const { change } = await stored({ anonymizedAt: '2026-01-01T00:00:00.000Z' })
      expect(refusal(await change({ to: 'inactive', reason: 'accountClosure' }))).toEqual({
        status: 403,
        type: 'anonymized-record',
      })
    })

    it('shows the newest first, also of the same instant, on however many pages', async () => {
      const { change, history } = await stored()
      for (let round = 0; round < 4; round += 1) {
        await change({ to: 'blocked', reason: 'nonPayment', comment: `${round}a` })
        await change({ to: 'active', comment: `${round}b` })
      }
      const { items } = await history()
      expect(items.map(({ comment }) => comment)).toEqual(['3b', '3a', '2b', '2a', '1b', '1a', '0b', '0a'])
      const walked: string[] = []
      for (let next: string | undefined = ''; next !== undefined;) {
        const page: Page<StatusChange> = await history(`?limit=3${next && `&cursor=${next}`}`)
        walked.push(...page.items.map(({ id }) => id))
        next = page.next
      }
      expect(walked).toEqual(items.map(({ id }) => id))
    })
  })

  describe('the lock of sign-in', () => {
    const lockedUntil = '2026-11-22T12:30:00.000Z'

    it('is taken away once', async () => {
      const { at, current, activities } = await stored({ lockedUntil })
      const { status, body } = await agent.remove<Customer>(`${at}/sign-in-lock`, { ifMatch: '"1"' })
      expect([status, body.lockedUntil, body.etag]).toEqual([200, null, '"2"'])
      expect(await current()).toEqual(body)
      expect((await agent.remove(`${at}/sign-in-lock`, { ifMatch: '"1"' })).status).toBe(412)
      expect((await agent.remove<Customer>(`${at}/sign-in-lock`, { ifMatch: '"2"' })).body).toEqual(body)
      expect(await activities()).toMatchObject([
        { kind: 'unlocked', group: 'status', changes: [{ field: 'lockedUntil', from: lockedUntil, to: null }] },
      ])
    })

    it.each(['unregistered', 'guest'] as const)('is nothing for %s customers', async (accountType) => {
      const { at } = await stored({ accountType })
      const answer = await agent.remove<Problem>(`${at}/sign-in-lock`, { ifMatch: '*' })
      expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([422, ['not-registered']])
    })
  })

  describe('a password reset', () => {
    it('is written down for whoever sends it, without a word about the person', async () => {
      const { at, id, activities, current } = await stored({ email: 'ada@example.org' })
      const before = await current()
      const { status, body } = await agent.post<{ id: string; requestedAt: string }>(`${at}/password-resets`)
      expect([status, body.requestedAt]).toEqual([202, '2026-11-22T12:00:00.000Z'])
      expect(await target.store.get('outbox', body.id)).toEqual({
        id: body.id,
        kind: 'passwordReset',
        customerId: id,
        createdAt: body.requestedAt,
        deliveredAt: null,
        attempts: 0,
        nextAttemptAt: body.requestedAt,
      })
      expect(await activities()).toMatchObject([
        { kind: 'passwordResetRequested', group: 'account', data: { requestId: body.id } },
      ])
      expect(await current()).toEqual(before)
    })

    it.each<[Partial<CustomerRow>, string]>([
      [{ email: null }, 'no-email'],
      [{ accountType: 'unregistered' }, 'not-registered'],
      [{ accountType: 'guest', email: null }, 'not-registered'],
    ])('is refused for %j', async (over, code) => {
      const { at, id, activities } = await stored(over)
      const { status, body } = await agent.post<Problem>(`${at}/password-resets`)
      expect([status, body.type, body.errors?.map((error) => error.code)]).toEqual([
        422,
        '/problems/validation',
        [code],
      ])
      const where = { op: 'in', field: 'customerId', values: [id] } as const
      expect([await target.store.count('outbox', where, 10), await activities()]).toEqual([0, []])
    })

    it('is refused for anonymised customers', async () => {
      const { at } = await stored({ anonymizedAt: '2026-01-01T00:00:00.000Z' })
      expect(refusal(await agent.post(`${at}/password-resets`)).type).toBe('anonymized-record')
    })
  })
})
