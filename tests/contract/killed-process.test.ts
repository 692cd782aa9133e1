import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DataFolderLockedError } from '#server/store/sql/data-folder-lock.ts'
import { openDatabase } from '#server/store/sql/open-database.ts'

let dataDir: string
let writer: ReturnType<typeof startWriter> | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'killed-'))
})
afterEach(async () => {
  if (writer) await kill(writer)
  await rm(dataDir, { recursive: true })
})

/** A process that writes settings one after the other and says each one's id when it is written. */
function startWriter(prefix: string): ChildProcessByStdio<null, Readable, null> {
  const script = `
    import { openDatabase } from '#server/store/sql/open-database.ts'
    const { store } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} })
    for (let number = 0; ; number += 1) {
      const id = ${JSON.stringify(prefix)} + number
      await store.transaction((tx) => tx.insert('settings', [{ id, value: id }]))
      process.stdout.write(id + '\\n')
    }`
  const options = [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
  ]
  return spawn(process.execPath, [...options, script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function kill(process: ReturnType<typeof startWriter>): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exited = once(process, 'exit')
  process.kill('SIGKILL')
  await exited
}

it('has every acknowledged write after kills, and starts again without a hand', async () => {
  const acknowledged: string[] = []
  for (const prefix of ['a', 'b', 'c']) {
    writer = startWriter(prefix)
    for await (const id of createInterface(writer.stdout)) {
      acknowledged.push(id)
      if (acknowledged.length % 25 === 0) break
    }
    await expect(openDatabase({ dataDir })).rejects.toEqual(new DataFolderLockedError(dataDir, writer.pid ?? 0))
    await kill(writer)
  }
  const database = await openDatabase({ dataDir })
  const { rows } = await database.store.find('settings', {})
  await database.close()
  expect(acknowledged.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
  expect(acknowledged).toHaveLength(75)
}, 240_000)

it('starts over when a process was killed while making a new database', async () => {
  writer = startWriter('a')
  await expect.poll(() => existsSync(join(dataDir, 'postgres.unfinished')), { timeout: 60_000 }).toBe(true)
  await kill(writer)
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  const database = await openDatabase({ dataDir })
  await database.ping()
  await database.close()
}, 240_000)
