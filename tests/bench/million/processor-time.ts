import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended meanwhile.
    return ''
  }
}

/** Nanoseconds that each process has spent on a processor, all its threads together. */
function timesOf(pids: readonly number[]): Map<number, number> {
  return new Map(
    pids.map((pid) => {
      const threads = read(`/proc/${pid}/stat`) === '' ? [] : readdirSync(`/proc/${pid}/task`)
      const times = threads.map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]))
      return [pid, times.reduce((sum, time) => sum + time, 0)]
    }),
  )
}

const childrenOf = (pid: number) => read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').map(Number)

/**
 * Measures the milliseconds that a server and its database spend on a processor from one moment to another. Other than
 * the time on the wall they are the same on a busy machine. Linux only.
 */
export function startWork(server: number, postmaster: number): () => number {
  const pids = () => [server, ...childrenOf(postmaster)]
  const before = timesOf(pids())
  return () => {
    let nanoseconds = 0
    for (const [pid, time] of timesOf(pids())) nanoseconds += time - (before.get(pid) ?? 0)
    return nanoseconds / 1e6
  }
}
