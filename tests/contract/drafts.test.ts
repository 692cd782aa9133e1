import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftBytes, type Draft } from '#/contract/drafts.ts'
import type { Problem } from '#/contract/problem.ts'
import { removeDraftsOf } from '#server/api/drafts.ts'
import { aCustomer } from '#tests/builders.ts'
import { refusal, type Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { cardNumber } from '#tests/card-numbers.ts'

const typed = (lastName: string) => ({ baseEtag: '"1"', values: { lastName }, baseValues: { lastName: 'Park' } })

describe.each(targets)('unsaved work on $name', ({ open }) => {
  let target: Target
  let service: Client
  let sales: Client
  let made = 0
  beforeAll(async () => {
    target = await open()
    service = target.as('customerService')
    sales = target.as('salesAgent')
  })
  afterAll(async () => target.close())

  const placeOfItsOwn = (section = 'account/-') => {
    made += 1
    return `/me/drafts/c${made}/${section}`
  }
  const draftsOf = async (client: Client, path: string) => {
    const { body } = await client.get<{ items: Draft[] }>('/me/drafts')
    return body.items.filter(({ recordId, section, itemId }) => path === `/me/drafts/${recordId}/${section}/${itemId}`)
  }

  it('is given back to whoever typed it as it was, and to nobody else', async () => {
    const path = placeOfItsOwn('addresses/new-3f8a01bc')
    const values = { line1: '', flags: { isPreferred: true }, tags: ['a', null], limit: 0.5 }
    const body = { baseEtag: '', values, windowId: 'w0a1b2c3d4' }
    const { body: kept } = await service.put<Draft>(path, body)
    expect(kept).toMatchObject({ ...body, baseValues: {}, section: 'addresses', itemId: 'new-3f8a01bc' })
    expect(await draftsOf(service, path)).toEqual([kept])
    expect(await draftsOf(sales, path)).toEqual([])
    expect((await sales.remove(path)).status).toBe(204)
    await sales.put(path, typed('Parker'))
    expect(await draftsOf(service, path)).toEqual([kept])
  })

  it('is what was typed last, unless the request says what it expects', async () => {
    const path = placeOfItsOwn()
    const first = await service.put<Draft>(path, typed('P'))
    const second = await service.put<Draft>(path, typed('Pa'))
    expect(second.body.etag).not.toBe(first.body.etag)

    const late = await service.put<Problem>(path, typed('X'), { ifMatch: first.body.etag })
    expect(refusal(late)).toEqual({ status: 412, type: 'stale' })
    expect([late.body.current, late.body.currentEtag]).toEqual([second.body, second.body.etag])
    const again = await service.put<Problem>(path, typed('X'), { ifNoneMatch: '*' })
    expect([again.status, again.body.current]).toEqual([412, second.body])
    expect((await service.remove(path, { ifMatch: first.body.etag })).status).toBe(412)

    const third = await service.put<Draft>(path, typed('Par'), { ifMatch: second.body.etag })
    expect(await draftsOf(service, path)).toEqual([third.body])
    expect((await service.remove(path, { ifMatch: third.body.etag })).status).toBe(204)
    expect(await draftsOf(service, path)).toEqual([])
    expect((await service.remove(path)).status).toBe(204)
    expect(refusal(await service.put(path, typed('P'), { ifMatch: third.body.etag }))).toMatchObject({ status: 412 })
  })

  it('never has the version of another draft that was in its place', async () => {
    const path = placeOfItsOwn()
    const before = await service.put<Draft>(path, typed('P'))
    await service.remove(path)
    const after = await service.put<Draft>(path, typed('Q'))
    expect(after.body.etag).not.toBe(before.body.etag)
    expect((await service.put(path, typed('R'), { ifMatch: before.body.etag })).status).toBe(412)
  })

  it('survives windows that write at the same time', async () => {
    const path = placeOfItsOwn()
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    const first = await Promise.all(names.map(async (name) => service.put(path, typed(name), { ifNoneMatch: '*' })))
    expect(first.map(({ status }) => `${status}`).toSorted()).toEqual(['200', ...names.slice(1).map(() => '412')])

    const other = placeOfItsOwn()
    const answers = await Promise.all(names.map(async (name) => service.put<Draft>(other, typed(name))))
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200))
    const [kept] = await draftsOf(service, other)
    expect(answers.map(({ body }) => body)).toContainEqual(kept)
  })

  it('may take 64 KiB', async () => {
    const path = placeOfItsOwn()
    const { length } = JSON.stringify(typed(''))
    expect((await service.put(path, typed('x'.repeat(draftBytes - length)))).status).toBe(200)
    expect(refusal(await service.put(path, typed('x'.repeat(draftBytes - length + 1))))).toMatchObject({ status: 413 })
  })

  it('may hold a phone number that is typed half way, but no card number anywhere', async () => {
    const path = placeOfItsOwn()
    const body = (members: object) => ({ ...typed('P'), ...members })
    const halves = { phone: '+1 514 555', mobile: '4111', notes: 'order 4111 1111' }
    expect((await service.put(path, body({ values: halves }))).status).toBe(200)

    const card = cardNumber(0)
    const spelled = card.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
    const refused = async (members: object) => {
      const answer = await service.put(path, body(members))
      expect(JSON.stringify(answer.body)).not.toContain(card)
      return refusal(answer).errors
    }
    expect(await refused({ values: { notes: spelled } })).toEqual(['/values/notes: card-number'])
    expect(await refused({ values: { phone: card } })).toEqual(['/values/phone: card-number'])
    expect(await refused({ values: { list: [{ deep: spelled }] } })).toEqual(['/values/list/0/deep: card-number'])
    expect(await refused({ baseValues: { notes: card } })).toEqual(['/baseValues/notes: card-number'])
    expect(await refused({ values: { [card]: 'x' } })).toHaveLength(1)
    expect((await draftsOf(service, path)).map(({ values }) => values)).toEqual([halves])
  })

  it('is kept of records that are gone or out of sight, and leaves no trace in what others see', async () => {
    const hidden = aCustomer({ scopeIds: ['north'] })
    await target.insert({ customers: [hidden] })
    const activities = await target.store.count('activities', undefined, 1000)
    for (const id of [hidden.id, 'never-was', 'new-12345678']) {
      expect((await service.put(`/me/drafts/${id}/account/-`, typed('P'))).status).toBe(200)
    }
    expect(await target.store.count('activities', undefined, 1000)).toBe(activities)
  })

  it('has no other names than forms have', async () => {
    for (const path of ['c1/Account/-', 'C1/account/-', 'c1/account/a_b', `${'c'.repeat(41)}/account/-`]) {
      expect(refusal(await service.put(`/me/drafts/${path}`, typed('P')))).toMatchObject({ status: 404 })
    }
  })

  it('of everybody on one customer can be forgotten', async () => {
    const path = placeOfItsOwn()
    const other = placeOfItsOwn()
    for (const client of [service, sales]) {
      for (const place of [path, path.replace('account/-', 'addresses/a1'), other]) {
        await client.put(place, typed('P'))
      }
    }
    const [, , , id = ''] = path.split('/')
    await target.store.transaction(async (transaction) => removeDraftsOf(transaction, id))
    for (const client of [service, sales]) {
      const { body } = await client.get<{ items: Draft[] }>('/me/drafts')
      expect(body.items.filter(({ recordId }) => recordId === id)).toEqual([])
      expect(await draftsOf(client, other)).toHaveLength(1)
    }
  })
})
