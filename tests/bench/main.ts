import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureFirstLoad } from '#tests/bench/first-load.ts'
import { measureHeavyCustomer } from '#tests/bench/heavy.ts'
import { burdenCustomer } from '#tests/bench/heavy-customer.ts'
import type { Measure } from '#tests/bench/measure.ts'
import { measureMemory } from '#tests/bench/memory.ts'
import { measureNews } from '#tests/bench/news.ts'
import { median } from '#tests/bench/numbers.ts'
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
    () => measureNews(person),
  ]
  const measures: Measure[] = []
  // One after the other: each would disturb the next.
  for (const measure of parts) measures.push(...(await measure()))
  return measures
}

/** Starts the product on a database that is there already; the time until its first page has arrived. */
async function timeOfStart(dataFolder: string, password: string): Promise<number> {
  const begin = performance.now()
  const product = await startProduct(dataFolder, password)
  try {
    await (await fetch(product.url)).text()
    return performance.now() - begin
  } finally {
    await product.stop()
  }
}

async function measureStarts(dataFolder: string, password: string): Promise<Measure[]> {
  const times: number[] = []
  for (let run = 0; run < 3; run++) times.push(await timeOfStart(dataFolder, password))
  return [{ what: 'start with an existing database to the first page', unit: 'ms', bar: 3000, value: median(times) }]
}

/** Does something as somebody who is signed in at a product of its own. */
async function atProduct<T>(dataFolder: string, password: string, act: (person: Person) => Promise<T>): Promise<T> {
  const product = await startProduct(dataFolder, password)
  try {
    const person = await Person.signIn(product.url, password)
    try {
      return await act(person)
    } finally {
      await person.leave()
    }
  } finally {
    await product.stop()
  }
}

/** Measures the built product with its demo data in a browser; tells the numbers and keeps them. Times never fail it. */
async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const data = join(folder, 'data')
  const password = randomUUID()
  const loadAtStart = loadNow()
  try {
    const plain = await atProduct(data, password, measureAll)
    const starts = await measureStarts(data, password)
    await burdenCustomer(folder, data)
    const run = await atProduct(data, password, async (person): Promise<Run> => {
      const measures = [...plain, ...starts, ...(await measureHeavyCustomer(person))]
      return { at: new Date().toISOString(), machine: describeMachine(person.browserVersion, loadAtStart), measures }
    })
    console.log(report(run, await lastRun(results)))
    await keepRun(results, run)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
