import { expect, it } from 'vitest'
import { aSandbox, send, signIn, startServer } from '#tests/server/server-process.ts'

it('makes a new database with an administrator whose password it shows once, and never in the log', async () => {
  const sandbox = await aSandbox({ isNew: true })
  const environment = { ...sandbox.environment, ADMIN_PASSWORD: '', SEED: 'none' }
  const server = await startServer(environment)
  const [, password = ''] = await server.hears(/^First account: admin – password: (\S+)/)
  expect((await signIn(server, 'admin', password)).status).toBe(200)
  const first = await server.stop('SIGTERM')
  expect(first.err).toContain(`Database: embedded PostgreSQL in ${sandbox.environment['DATA_DIR']}`)
  expect(first.out).not.toContain(password)

  const again = await startServer(environment)
  expect((await signIn(again, 'admin', password)).status).toBe(200)
  expect((await send(again, '/api/v1/health/ready')).status).toBe(200)
  expect((await again.stop('SIGINT')).err).not.toContain(password)
  await sandbox.remove()
})
