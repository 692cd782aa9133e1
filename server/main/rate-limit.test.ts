import { describe, expect, it } from 'vitest'
import { createRateLimit } from '#server/main/rate-limit.ts'

function aLimit(perSecond: number, burst: number) {
  const clock = { now: 0 }
  const { take } = createRateLimit({ perSecond, burst, now: () => clock.now })
  const takeMany = (caller: string, times: number) =>
    Array.from({ length: times }, () => take(caller)).filter((wait) => wait === 0).length
  return { clock, take, takeMany }
}

describe('createRateLimit', () => {
  it('lets a burst through and then the steady rate', () => {
    const { clock, take, takeMany } = aLimit(20, 60)
    expect(takeMany('ada', 100)).toBe(60)
    expect(take('ada')).toBe(1)
    clock.now = 1000
    expect(takeMany('ada', 100)).toBe(20)
  })

  it('counts each caller alone', () => {
    const { takeMany } = aLimit(20, 60)
    takeMany('ada', 100)
    expect(takeMany('bo', 100)).toBe(60)
  })

  it('never saves up more than the burst', () => {
    const { clock, takeMany } = aLimit(20, 60)
    takeMany('ada', 100)
    clock.now = 3_600_000
    expect(takeMany('ada', 100)).toBe(60)
  })

  it('is off at 0 requests a second', () => {
    expect(aLimit(0, 1).takeMany('ada', 100)).toBe(100)
  })
})
