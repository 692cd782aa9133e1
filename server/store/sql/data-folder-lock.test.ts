import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DataFolderLockedError, lockDataFolder } from '#server/store/sql/data-folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const writeLock = (content: string) => writeFileSync(join(folder, 'lock'), content)
const heldBy = () => (JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { pid: number }).pid

it('keeps a second one out until it is given back, and leaves nothing behind', () => {
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(new DataFolderLockedError(folder, process.pid))
  unlock()
  lockDataFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
})

it('keeps others out while another process holds it, and takes it over when that one is gone', async () => {
  const script = `
    import { lockDataFolder } from '#server/store/sql/data-folder-lock.ts'
    lockDataFolder(${JSON.stringify(folder)})
    process.stdout.write('locked')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--experimental-strip-types', '--input-type=module', '--eval', script])
  await once(other.stdout, 'data')
  expect(() => lockDataFolder(folder)).toThrow(new DataFolderLockedError(folder, other.pid ?? 0))
  other.kill('SIGKILL')
  await once(other, 'exit')
  const unlock = lockDataFolder(folder)
  expect(heldBy()).toBe(process.pid)
  unlock()
})

const isLinux = process.platform === 'linux'

it.runIf(isLinux)('takes over the lock of a killed process that its parent has not waited for', async () => {
  // The shell becomes a program that never asks for the end of its child.
  const parent = spawn('sh', ['-c', `sleep 60 & echo $!; exec sleep 60`])
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString())
  const startedAt = () => readFileSync(`/proc/${pid}/stat`, 'utf8')
  // Until then it is the shell, which would ask.
  await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n'))
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(startedAt()).toContain(') Z '))
  writeLock(JSON.stringify({ pid, startedAt: '' }))
  lockDataFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
  parent.kill('SIGKILL')
})

it('takes over the lock of a process whose id another one has got since', () => {
  writeLock(JSON.stringify({ pid: process.pid, startedAt: 'another boot 1' }))
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(DataFolderLockedError)
  unlock()
})

it('takes over a lock that says nothing', () => {
  writeLock('')
  lockDataFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
})

it('does not give back what another one has taken over', () => {
  const unlock = lockDataFolder(folder)
  writeLock(JSON.stringify({ pid: 1, startedAt: 'later' }))
  unlock()
  expect(heldBy()).toBe(1)
})
