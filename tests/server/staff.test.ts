import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '#tests/server/server-process.ts'
import { aSandbox, cookieOf, runToEnd, send, signIn, startServer } from '#tests/server/server-process.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await aSandbox()
})
afterAll(() => sandbox.remove())

const staff = (...args: string[]) => runToEnd('server/staff.ts', args, sandbox.environment)

describe('npm run staff', () => {
  it('adds, lists and disables accounts, and a disabled one is out at once', async () => {
    const added = await staff('add', 'maria', 'sales')
    const password = added.out.trim()
    expect([added.code, password]).toEqual([0, expect.stringMatching(/^[a-z2-9-]{23}$/)])
    expect((await staff('add', 'MARIA', 'finance')).err).toContain('The name MARIA is taken')

    const server = await startServer(sandbox.environment)
    const response = await signIn(server, 'Maria', password)
    expect(await response.json()).toMatchObject({ roles: ['salesAgent'] })
    await server.stop('SIGTERM')

    expect((await staff('disable', 'maria')).code).toBe(0)
    const list = await staff('list')
    expect(list.out).toMatch(/^maria\tsalesAgent\tdisabled since 20/m)

    const again = await startServer(sandbox.environment)
    expect((await send(again, '/api/v1/me', { cookie: cookieOf(response) })).status).toBe(401)
    expect((await signIn(again, 'maria', password)).status).toBe(401)
    await again.stop('SIGTERM')
  })

  it.each([
    [[], 'Say what to do.'],
    [['add', 'bo'], 'Give a role.'],
    [['add', 'bo', 'boss'], 'There is no role boss.'],
    [['add', 'b o', 'sales'], 'Give a name of letters'],
    [['remove', 'bo'], 'Say what to do.'],
    [['disable', 'nobody'], 'There is no account nobody'],
  ])('%j: %s', async (args, sentence) => {
    const end = await staff(...args)
    expect([end.code, end.err]).toEqual([17, expect.stringContaining(sentence)])
  })
})
