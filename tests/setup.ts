import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { resetMocks, startMocks, stopMocks } from '#mocks/node.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { loadScrollFollower } from '#/shared/table/use-visible-rows.tsx'
import { checkConsole, guardConsole } from '#tests/console-guard.ts'
import { installLayout } from '#tests/jsdom-layout.ts'
import { dropOwnerStacks } from '#tests/owner-stacks.ts'
import { slowAnswers } from '#tests/slow-answers.ts'

installLayout()
dropOwnerStacks()
// Busy cores need longer than the default second; a test that waits in vain still ends before its own limit.
vi.setConfig({ testTimeout: 30_000 })
configure({
  asyncUtilTimeout: 8000,
  // Without the printed page: it is made at every attempt to find something, and longer than anybody reads.
  getElementError: (message) => Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' }),
})

// So that they do not come in the middle of a test.
await Promise.all([loadScrollFollower(), import('#/workspace/late-parts-view.tsx')])

beforeAll(startMocks)
afterAll(stopMocks)

const slowness = Number(process.env['SLOW_ANSWERS'] ?? 0)
// What it gives back ends it after the tests of the file.
if (slowness > 0) beforeAll(() => slowAnswers(slowness))

beforeEach(() => {
  // Only the date stands still, at the moment of the seed: timers run.
  vi.useFakeTimers({ toFake: ['Date'], now: seedNow })
  resetMocks()
  guardConsole()
})

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  // jsdom draws its frames by an interval, and keeps one of a false clock for ever unless it ends by that clock.
  vi.advanceTimersByTime(100)
  vi.useRealTimers()
  localStorage.clear()
  checkConsole()
})
