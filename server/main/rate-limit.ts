interface Bucket {
  tokens: number
  at: number
}

/** Above this many callers the ones at rest are forgotten. */
const manyCallers = 10_000

interface Options {
  perSecond: number
  burst: number
  now: () => number
}

/** Counts requests of each caller in this process. `take` gives the seconds to wait, or 0 when the request may go on. */
export function createRateLimit({ perSecond, burst, now }: Options) {
  const buckets = new Map<string, Bucket>()
  const tokensOf = ({ tokens, at }: Bucket) => Math.min(burst, tokens + ((now() - at) / 1000) * perSecond)

  const forgetRested = () => {
    for (const [caller, bucket] of buckets) if (tokensOf(bucket) >= burst) buckets.delete(caller)
  }

  return {
    take: (caller: string): number => {
      if (perSecond === 0) return 0
      if (buckets.size >= manyCallers) forgetRested()
      const tokens = tokensOf(buckets.get(caller) ?? { tokens: burst, at: now() })
      const allowed = tokens >= 1
      buckets.set(caller, { tokens: allowed ? tokens - 1 : tokens, at: now() })
      return allowed ? 0 : Math.ceil((1 - tokens) / perSecond)
    },
  }
}
