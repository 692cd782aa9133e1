import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Holder {
  pid: number
  /** When the process began, as the system tells it: another process may get the same id later. */
  startedAt: string
}

/** The data folder belongs to a process that is alive. */
export class DataFolderLockedError extends Error {
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}.`)
    this.name = 'DataFolderLockedError'
    this.folder = folder
    this.pid = pid
  }
}

/**
 * Takes the folder for this process and answers what gives it back. The embedded database takes no lock of its own, and
 * two processes in one folder would destroy it. The lock of a process that is gone is taken over.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = join(folder, 'lock')
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
  const prepared = `${lock}.${randomUUID()}`
  writeFileSync(prepared, JSON.stringify(mine))
  try {
    while (!isTaken(prepared, lock)) removeStale(folder, lock)
  } finally {
    rmSync(prepared, { force: true })
  }
  return () => {
    if (isSame(holderIn(lock), mine)) rmSync(lock, { force: true })
  }
}

/** Puts the prepared lock in place, unless there is one: linking fails then, and is never seen half done. */
function isTaken(prepared: string, lock: string): boolean {
  try {
    linkSync(prepared, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function removeStale(folder: string, lock: string): void {
  const holder = holderIn(lock)
  if (holder && isAlive(holder)) throw new DataFolderLockedError(folder, holder.pid)
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return // Someone else was quicker.
  }
  const moved = holderIn(aside)
  // Between reading and renaming another process may have taken the folder: it keeps it.
  if (moved && isAlive(moved)) isTaken(aside, lock)
  rmSync(aside, { force: true })
}

function holderIn(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isHolder(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'startedAt' in value &&
  typeof value.startedAt === 'string'

const isSame = (a: Holder | undefined, b: Holder) => a?.pid === b.pid && a.startedAt === b.startedAt

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // A process of another account is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const start = startOf(pid)
  return start !== 'ended' && (start === undefined || startedAt === '' || start === startedAt)
}

/**
 * When a process began; nothing where the system does not tell. A killed process whose parent has not asked for its end
 * yet still has an entry, but holds nothing.
 */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name of the program, in brackets, may hold spaces; after it the state, and the start as the 20th field.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : `${boot} ${fields[19]}`
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim()
  } catch {
    return undefined
  }
}
