import { format } from 'node:util'
import { vi } from 'vitest'

type Level = 'error' | 'warn'
interface Expected {
  level: Level
  pattern: RegExp
  isSeen: boolean
}

let unexpected: string[] = []
let expected: Expected[] = []

/** A lazy part shown by a click suspends for a moment, which React takes for a mistake of the test. */
const harmless = /^A component suspended inside an `act` scope/

function hear(level: Level, args: unknown[]): void {
  const text = format(...args)
  if (harmless.test(text)) return
  const match = expected.find((one) => one.level === level && one.pattern.test(text))
  if (match) match.isSeen = true
  else unexpected.push(`console.${level}: ${text}`)
}

/** Something that this test makes the program complain about; it must do so at least once. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern, isSeen: false })
}

/** Listens to what the program complains about during a test. */
export function guardConsole(): void {
  unexpected = []
  expected = []
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      hear(level, args)
    })
  }
}

/** Fails the test that complained without being expected to, or did not although it was. */
export function checkConsole(): void {
  vi.mocked(console.error).mockRestore()
  vi.mocked(console.warn).mockRestore()
  const missing = expected
    .filter(({ isSeen }) => !isSeen)
    .map(({ level, pattern }) => `no console.${level}: ${String(pattern)}`)
  const problems = [...unexpected, ...missing]
  unexpected = []
  expected = []
  if (problems.length > 0) throw new Error(problems.join('\n\n'))
}
