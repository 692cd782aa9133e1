import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

interface Cruise {
  summary: { totalCruised: number; violations: unknown[] }
}

it('the check of the import rules saw the modules', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--output-type', 'json'],
    { maxBuffer: 256 * 1024 * 1024 },
  )
  const { summary } = JSON.parse(stdout) as Cruise
  // Under TypeScript 7 it inspects nothing without its other parser, and says that all is well.
  expect(summary.totalCruised).toBeGreaterThan(200)
  expect(summary.violations).toEqual([])
})
