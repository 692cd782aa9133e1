import type { TestModule } from 'vitest/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StuckReporter } from '#tests/stuck-reporter.ts'

const minutes = 60_000
const file = (moduleId: string) => ({ moduleId }) as TestModule

describe('a run of tests', () => {
  const end = vi.fn<() => void>()
  const say = vi.spyOn(process.stderr, 'write')
  beforeEach(() => {
    vi.useFakeTimers()
    say.mockReturnValue(true)
  })
  afterEach(() => {
    vi.useRealTimers()
    end.mockReset()
    say.mockReset()
  })

  it('ends when a file is stuck, and names it', () => {
    const reporter = new StuckReporter(end)
    reporter.onTestRunStart()
    reporter.onTestModuleQueued(file('done.test.ts'))
    reporter.onTestModuleQueued(file('endless.test.ts'))
    reporter.onTestModuleEnd(file('done.test.ts'))
    vi.advanceTimersByTime(15 * minutes)
    expect(end).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2 * minutes)
    expect(end).toHaveBeenCalled()
    expect(say.mock.calls.flat().join('')).toMatch(/^endless\.test\.ts has run for 16 minutes/)
  })

  it('may take as long as it likes while its files end', () => {
    const reporter = new StuckReporter(end)
    reporter.onTestRunStart()
    for (const name of ['a.test.ts', 'b.test.ts', 'c.test.ts']) {
      reporter.onTestModuleQueued(file(name))
      vi.advanceTimersByTime(10 * minutes)
      reporter.onTestModuleEnd(file(name))
    }
    reporter.onTestRunEnd()
    vi.advanceTimersByTime(60 * minutes)
    expect(end).not.toHaveBeenCalled()
  })
})
