import { Client } from 'pg'
import { expect, inject, it } from 'vitest'
import { openDatabase } from '#server/store/sql/open-database.ts'
import { newPostgresDatabase, openTestPostgres } from '#tests/databases.ts'
import { aScopeRow } from '#tests/store-rows.ts'

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

it('lets several processes start together on a new database', async () => {
  const databaseUrl = await newPostgresDatabase()
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl })))
  await opened[0]?.store.transaction((tx) => tx.insert('scopes', [aScopeRow('shop')]))
  for (const { store, close } of opened) {
    expect(await store.get('scopes', 'shop')).toEqual(aScopeRow('shop'))
    await close()
  }
})

it('describes the database without its account', async () => {
  const database = await openTestPostgres()
  await database.ping()
  expect(database.description).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+\/test_/)
  expect(database.description).not.toContain('tester')
  await database.close()
})

it('says when the database cannot be reached, and when it does not exist', async () => {
  const unreachable = openDatabase({ databaseUrl: 'postgres://tester:secret@127.0.0.1:1/nothing' })
  await expect(unreachable).rejects.toMatchObject({ name: 'DatabaseUnusableError', code: 'ECONNREFUSED' })
  const url = new URL(inject('postgresUrl'))
  url.pathname = 'missing'
  await expect(openDatabase({ databaseUrl: url.href })).rejects.toMatchObject({
    name: 'DatabaseUnusableError',
    code: '3D000',
  })
})

it('says what an account without rights lacks', async () => {
  const url = new URL(await newPostgresDatabase())
  await asAdministrator(inject('postgresUrl'), `create role visitor login password 'visitor'`)
  url.username = 'visitor'
  url.password = 'visitor'
  const opening = openDatabase({ databaseUrl: url.href })
  await expect(opening).rejects.toMatchObject({ name: 'DatabaseUnusableError', code: '42501' })
  await expect(opening).rejects.toThrow('pg_trgm')
})

it('goes on after the server has ended its connections', async () => {
  const databaseUrl = await newPostgresDatabase(inject('postgresTemplate'))
  const { store, ping, close } = await openDatabase({ databaseUrl })
  await store.transaction((tx) => tx.insert('scopes', [aScopeRow('shop')]))
  // Of this database alone: other tests have theirs on the same server.
  const database = new URL(databaseUrl).pathname.slice(1)
  const ours = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and application_name = 'customer-workspace'`
  await asAdministrator(inject('postgresUrl'), ours)
  await expect.poll(async () => ping().then(() => 'answers', String)).toBe('answers')
  expect(await store.get('scopes', 'shop')).toEqual(aScopeRow('shop'))
  await close()
})

it('tries again when two transactions stood in each other’s way', async () => {
  const { store, close } = await openTestPostgres()
  await store.transaction((tx) => tx.insert('scopes', [aScopeRow('a'), aScopeRow('b')]))
  const { promise: bothHold, resolve } = Promise.withResolvers<void>()
  let holding = 0
  let tries = 0
  const lockBoth = async (first: string, second: string) =>
    store.transaction(async (tx) => {
      tries += 1
      await tx.lock('scopes', first)
      holding += 1
      if (holding === 2) resolve()
      await bothHold
      await tx.lock('scopes', second)
      await tx.update('scopes', second, { name: first })
    })
  await Promise.all([lockBoth('a', 'b'), lockBoth('b', 'a')])
  expect(tries).toBe(3)
  expect(await store.get('scopes', 'a')).toMatchObject({ name: 'b' })
  expect(await store.get('scopes', 'b')).toMatchObject({ name: 'a' })
  await close()
})

it('tells no values when a statement fails', async () => {
  const { store, close } = await openTestPostgres()
  const random = Array.from({ length: 500 }, () => crypto.randomUUID()).join('')
  const failing = store.transaction((tx) =>
    tx.insert('scopes', [aScopeRow('a', { sourceSystem: 'x', externalId: `secret ${random}` })]),
  )
  await expect(failing).rejects.toMatchObject({ name: 'StatementError', code: '54000' })
  await expect(failing).rejects.not.toThrow('secret')
  await close()
})
