import { describe, expect, it } from 'vitest'
import { type Attempt, createSignInThrottle } from '#server/main/sign-in-throttle.ts'

function aThrottle() {
  const clock = { now: 0 }
  const throttle = createSignInThrottle({ attempts: 5, now: () => clock.now })
  const attempt = async (key: string, outcome: Parameters<Attempt['end']>[0]) => {
    const begun = await throttle.begin(key)
    if (typeof begun === 'number') return begun
    begun.end(outcome)
    return outcome
  }
  const failTimes = async (key: string, times: number) => {
    for (let count = 0; count < times; count += 1) await attempt(key, 'refused')
  }
  return { clock, throttle, attempt, failTimes }
}

describe('createSignInThrottle', () => {
  it('refuses after five failures in a minute and says how long', async () => {
    const { clock, attempt, failTimes } = aThrottle()
    await failTimes('ada', 5)
    clock.now = 20_000
    expect(await attempt('ada', 'signedIn')).toBe(40)
    expect(await attempt('bo', 'signedIn')).toBe('signedIn')
    clock.now = 60_000
    expect(await attempt('ada', 'signedIn')).toBe('signedIn')
  })

  it('forgets failures after a success', async () => {
    const { attempt, failTimes } = aThrottle()
    await failTimes('ada', 4)
    await attempt('ada', 'signedIn')
    await failTimes('ada', 4)
    expect(await attempt('ada', 'signedIn')).toBe('signedIn')
  })

  it('does not count what was no attempt', async () => {
    const { attempt } = aThrottle()
    for (let count = 0; count < 10; count += 1) await attempt('ada', 'invalid')
    expect(await attempt('ada', 'signedIn')).toBe('signedIn')
  })

  it('gives parallel guesses no more failures than one after another', async () => {
    const { throttle } = aThrottle()
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const begun = await throttle.begin('ada')
        if (typeof begun === 'number') return 'waits'
        await Promise.resolve()
        begun.end('refused')
        return 'guessed'
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'guessed')).toHaveLength(5)
  })
})
