import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Problem } from '#/contract/problem.ts'
import type { Client } from '#tests/contract/client.ts'
import { send } from '#tests/contract/send.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const savers = 6

interface Versioned {
  etag: string
}

/** What the n-th person saves, each something else; the same for all where there is only one thing to save. */
const contests: [EndpointName, (index: number, world: ReturnType<typeof aWorld>) => unknown][] = [
  ['patchCustomer', (index) => ({ firstName: `Grace ${index}` })],
  ['createStatusChange', (index) => ({ to: index % 2 ? 'blocked' : 'inactive', reason: 'other', comment: `${index}` })],
  [
    'patchCustomerAttributes',
    (index, { rows }) => ({ values: { [rows.attributeDefinitions?.[0]?.id ?? '']: `${index}` } }),
  ],
  ['patchAddress', (index) => ({ city: `City ${index}`, isPreferredBilling: true })],
  ['patchOrganization', (index) => ({ name: `Name ${index}` })],
  ['patchCase', (index) => ({ subject: `Subject ${index}`, status: 'escalated' })],
  ['patchContact', (index) => ({ name: `Name ${index}`, isPrimary: true })],
  ['patchBillingInfo', (index) => ({ costCentre: `${index}` })],
  ['patchNote', (index) => ({ content: `Text ${index}` })],
  ['patchSavedPayment', () => ({ isDefault: true })],
  ['putPreferredStore', (index, { rows }) => ({ storeId: rows.storeLocations?.[index % 2]?.id })],
  ['putAttributeGroup', (index) => ({ label: { en: `Group ${index}` }, displayOrder: index })],
]

describe.each(targets)('people who save at the same time on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  const activityCount = async () => target.store.count('activities', undefined, 100_000)

  it.each(contests)('by %s from one version: one wins, the others are shown what it became', async (name, bodyOf) => {
    const world = aWorld()
    await target.insert(world.rows)
    const before = await activityCount()
    const answers = await Promise.all(
      Array.from({ length: savers }, async (_, index) => {
        const request = { ...world.requests[name], body: bodyOf(index, world) }
        const response = await send(admin, endpoints[name], request)
        return { status: response.status, body: (await response.json()) as Versioned & Problem }
      }),
    )
    const [winner, ...others] = answers.filter(({ status }) => status < 300)
    expect(others).toEqual([])
    const losers = answers.filter(({ status }) => status === 412)
    expect(losers).toHaveLength(savers - 1)
    for (const { body } of losers) {
      expect([body.type, body.current, body.currentEtag]).toEqual(['/problems/stale', winner?.body, winner?.body.etag])
    }
    expect(await activityCount()).toBe(before + 1)
  })

  it('on different tabs of one customer: everybody wins', async () => {
    const world = aWorld()
    await target.insert(world.rows)
    const tabs = contests.filter(([name]) => name !== 'createStatusChange')
    const answers = await Promise.all(
      tabs.map(async ([name, bodyOf]) => {
        const request = { ...world.requests[name], body: bodyOf(0, world) }
        return (await send(admin, endpoints[name], request)).status
      }),
    )
    expect(answers).toEqual(tabs.map(() => 200))
  })
})
