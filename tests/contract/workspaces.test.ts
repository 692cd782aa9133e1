import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberedWindows, workspaceBytes, type SavedWorkspace } from '#/contract/workspaces.ts'
import { refusal, type Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const record = (id: string, views: Record<string, unknown> = {}) => ({ id, section: 'orders', isPinned: false, views })
const opened = (...ids: string[]) => ({
  records: ids.map((id) => record(id)),
  activeId: ids[0] ?? null,
  closed: [],
  pages: {},
})

describe.each(targets)('windows of a person on $name', ({ open }) => {
  let target: Target
  beforeAll(async () => {
    target = await open()
  })
  afterAll(async () => target.close())

  const windowsOf = async (client: Client) =>
    (await client.get<{ items: SavedWorkspace[] }>('/me/workspaces')).body.items

  it('come back as they were, to their person alone', async () => {
    const admin = target.as('systemAdministrator')
    const body = {
      records: [record('c1', { scroll: 120.5, table: { sort: '-total', page: 2 } }), record('c2')],
      activeId: 'c2',
      closed: [{ ...record('c3'), index: 1, closedAt: '2026-11-22T11:00:00.000Z' }],
      pages: { '/customers': { search: '?status=blocked', views: { scroll: 40 } } },
    }
    const { body: kept } = await admin.put<SavedWorkspace>('/me/workspaces/w1', body)
    expect(kept).toEqual({ ...body, windowId: 'w1', at: new Date(target.clock.now).toISOString() })
    expect(await windowsOf(admin)).toEqual([kept])
    expect(await windowsOf(target.as('finance'))).toEqual([])
    await target.as('finance').remove('/me/workspaces/w1')
    expect(await windowsOf(admin)).toEqual([kept])
    expect((await admin.remove('/me/workspaces/w1')).status).toBe(204)
    expect((await admin.remove('/me/workspaces/w1')).status).toBe(204)
    expect(await windowsOf(admin)).toEqual([])
  })

  it('are remembered newest first, and only the last ten', async () => {
    const service = target.as('customerService')
    const names = Array.from({ length: rememberedWindows + 2 }, (_, index) => `w${index}`)
    for (const name of names) {
      target.clock.now += 1000
      await service.put(`/me/workspaces/${name}`, opened('c1'))
    }
    target.clock.now += 1000
    await service.put('/me/workspaces/w5', opened('c2'))
    const newest = ['w5', ...names.slice(2).toReversed()]
    expect((await windowsOf(service)).map(({ windowId }) => windowId)).toEqual([...new Set(newest).values()])
    await target.as('salesAgent').put('/me/workspaces/w0', opened('c1'))
    expect(await windowsOf(service)).toHaveLength(rememberedWindows)
  })

  it('write at the same time without getting in each other’s way', async () => {
    const sales = target.as('salesAgent')
    const writes = Array.from({ length: 8 }, async (_, index) =>
      sales.put('/me/workspaces/same', opened(`c${index}`), {}),
    )
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(writes.map(() => 200))
    expect((await windowsOf(sales)).filter(({ windowId }) => windowId === 'same')).toHaveLength(1)
  })

  it('may take 256 KiB and a hundred records, and have ids for names', async () => {
    const admin = target.as('systemAdministrator')
    const notes = (length: number) => ({
      records: [record('c1', { text: 'x'.repeat(length) })],
      activeId: null,
      closed: [],
      pages: {},
    })
    const { length } = JSON.stringify(notes(0))
    expect((await admin.put('/me/workspaces/w1', notes(workspaceBytes - length))).status).toBe(200)
    expect((await admin.put('/me/workspaces/w1', notes(workspaceBytes - length + 1))).status).toBe(413)
    const many = Array.from({ length: 101 }, (_, index) => `c${index}`)
    expect(refusal(await admin.put('/me/workspaces/w1', opened(...many))).errors).toEqual(['/records: too-many'])
    expect((await admin.put('/me/workspaces/W_1', opened('c1'))).status).toBe(404)
  })
})
