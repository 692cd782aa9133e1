/** Failures older than this no longer count. */
const windowMs = 60_000

/** Above this many keys the ones without recent failures are forgotten. */
const manyKeys = 10_000

interface Entry {
  failures: number[]
  running: number
  waiting: (() => void)[]
}

export interface Attempt {
  end(outcome: 'signedIn' | 'refused' | 'invalid'): void
}

/**
 * Lets each key (account and address) fail so many times a minute. Attempts that could fail beyond that while others are
 * still being decided wait for them, so guessing in parallel gains nothing. Kept in this process only.
 */
export function createSignInThrottle({ attempts, now }: { attempts: number; now: () => number }) {
  const entries = new Map<string, Entry>()

  const recent = (entry: Entry) => (entry.failures = entry.failures.filter((at) => now() - at < windowMs))

  const forgetQuiet = () => {
    for (const [key, entry] of entries) if (entry.running === 0 && recent(entry).length === 0) entries.delete(key)
  }

  const entryOf = (key: string): Entry => {
    if (entries.size >= manyKeys) forgetQuiet()
    const entry = entries.get(key) ?? { failures: [], running: 0, waiting: [] }
    entries.set(key, entry)
    return entry
  }

  const end = (entry: Entry, outcome: 'signedIn' | 'refused' | 'invalid') => {
    entry.running -= 1
    if (outcome === 'refused') entry.failures.push(now())
    if (outcome === 'signedIn') entry.failures = []
    for (const wake of entry.waiting.splice(0)) wake()
  }

  return {
    /** The attempt, whose end must be told, or the seconds to wait for the next one. */
    begin: async (key: string): Promise<Attempt | number> => {
      const entry = entryOf(key)
      for (;;) {
        const [oldest] = recent(entry)
        if (oldest !== undefined && entry.failures.length >= attempts)
          return Math.ceil((oldest + windowMs - now()) / 1000)
        if (entry.failures.length + entry.running < attempts) {
          entry.running += 1
          return { end: (outcome) => end(entry, outcome) }
        }
        await new Promise<void>((resolve) => entry.waiting.push(resolve))
      }
    },
  }
}
