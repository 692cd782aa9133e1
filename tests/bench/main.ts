import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureFirstLoad } from '#tests/bench/first-load.ts'
import type { Measure } from '#tests/bench/measure.ts'
import { measureMemory } from '#tests/bench/memory.ts'
import { Person } from '#tests/bench/person.ts'
import { describeMachine, keepRun, lastRun, loadNow, report, type Run } from '#tests/bench/report.ts'
import { measureRequests } from '#tests/bench/requests.ts'
import { measureColdStart, measureFirstOpen, measureSearch, measureSwitching } from '#tests/bench/times.ts'
import { startProduct } from '#tests/processes.ts'

const app = resolve(import.meta.dirname, '..', '..', 'dist', 'app')
const results = join(import.meta.dirname, 'results.json')

async function measureAll(person: Person): Promise<Measure[]> {
  const parts = [
    () => measureFirstLoad(app, person),
    () => measureColdStart(person),
    () => measureSearch(person),
    () => measureFirstOpen(person),
    () => measureSwitching(person),
    () => measureMemory(person),
    () => measureRequests(person),
  ]
  const measures: Measure[] = []
  // One after the other: each would disturb the next.
  for (const measure of parts) measures.push(...(await measure()))
  return measures
}

/** Measures the built product with its demo data in a browser; tells the numbers and keeps them. Times never fail it. */
async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const password = randomUUID()
  const product = await startProduct(join(folder, 'data'), password)
  try {
    const person = await Person.signIn(product.url, password)
    try {
      const loadAtStart = loadNow()
      const measures = await measureAll(person)
      const machine = describeMachine(person.browserVersion, loadAtStart)
      const run: Run = { at: new Date().toISOString(), machine, measures }
      console.log(report(run, await lastRun(results)))
      await keepRun(results, run)
    } finally {
      await person.leave()
    }
  } finally {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
