import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { resetMocks, startMocks, stopMocks } from '#mocks/node.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { checkConsole, guardConsole } from '#tests/console-guard.ts'
import { installLayout } from '#tests/jsdom-layout.ts'

installLayout()
// Two busy cores need longer than the default second; a test that waits in vain still ends before its own limit.
configure({ asyncUtilTimeout: 4000 })

beforeAll(startMocks)
afterAll(stopMocks)

beforeEach(() => {
  // Only the date stands still, at the moment of the seed: timers run.
  vi.useFakeTimers({ toFake: ['Date'], now: seedNow })
  resetMocks()
  guardConsole()
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  document.body.replaceChildren()
  localStorage.clear()
  checkConsole()
})
