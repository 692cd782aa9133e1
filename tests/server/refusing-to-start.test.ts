import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, aSandbox, runToEnd, startServer } from '#tests/server/server-process.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await aSandbox()
})
afterAll(() => sandbox.remove())

const startWith = (environment: Record<string, string>) =>
  runToEnd('server/main.ts', [], { ...sandbox.environment, ...environment })

describe('the server refuses to start with one clear sentence and an exit code of its own', () => {
  it.each([
    [
      'a value that means nothing',
      { SEED: 'production' },
      10,
      'The setting SEED cannot be "production": use demo or none.',
    ],
    ['a setting that does not exist', { SIGN_IN_TRIES: '9' }, 10, 'There is no setting SIGN_IN_TRIES'],
    ['an open address without a proxy', { HOST: '0.0.0.0' }, 10, 'put an HTTPS proxy in front and set TRUST_PROXY=1'],
    ['a folder without a built app', { APP_DIR: '/sys' }, 15, '/sys holds no built app'],
    ['a data folder it may not write to', { DATA_DIR: '/sys/customer-workspace' }, 13, 'give it the rights'],
    [
      'no database',
      { DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/shop' },
      14,
      'The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1. See that the server of DATABASE_URL runs',
    ],
  ])('%s', async (_case, environment, code, sentence) => {
    const end = await startWith(environment)
    expect(end.err).toContain(sentence)
    expect(end.err).not.toMatch(/\n\s+at |hidden/)
    expect([end.code, end.out]).toEqual([code, ''])
  })

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const end = await startWith({ PORT: String(port) })
    other.close()
    expect(end.err).toContain(`Port ${port} of 127.0.0.1 is in use`)
    expect(end.code).toBe(11)
  })

  it('a data folder that another process uses', async () => {
    const server = await startServer(sandbox.environment)
    const other = await startWith({})
    const staff = await runToEnd('server/staff.ts', ['list'], sandbox.environment)
    await server.stop('SIGTERM')
    expect(other.err).toContain('is in use by another process')
    expect([other.code, staff.code]).toEqual([12, 12])
  })

  it('a data folder that is a file', async () => {
    const file = join(sandbox.folder, 'file')
    await writeFile(file, '')
    const end = await startWith({ DATA_DIR: file })
    expect(end.err).toContain('is not a folder')
    expect(end.code).toBe(10)
  })

  it('an argument', async () => {
    const end = await runToEnd('server/main.ts', ['--port=80'], sandbox.environment)
    expect([end.code, end.err]).toEqual([10, expect.stringContaining('takes no "--port=80"')])
  })
})
