import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { signIn, timesOf, type Ask, type Timed, type Times } from '#tests/bench/million/client.ts'
import { customerKinds, customerSortNames, type Kind } from '#tests/bench/million/customer-requests.ts'
import { customerCount, startMillion } from '#tests/bench/million/database.ts'
import { startWork } from '#tests/bench/million/processor-time.ts'
import { quantile } from '#tests/bench/numbers.ts'
import { orderKinds, orderSortNames } from '#tests/bench/million/order-requests.ts'
import { samplesOf } from '#tests/bench/million/samples.ts'
import { startServer, type RunningProcess } from '#tests/processes.ts'
import type { PostgresServer } from '#tests/postgres.ts'
import { Client } from 'pg'

const requests = Number(process.env['BENCH_REQUESTS'] || 200)
/** Only kinds whose name fits. */
const only = new RegExp(process.env['BENCH_ONLY'] ?? '')
const bar = 50
const password = 'bench-million'

interface Row {
  name: string
  plain: Times
  counted?: Times
}

async function several(count: number, ask: (index: number) => Promise<Timed>): Promise<Times> {
  const all: Timed[] = []
  // One after the other: how long one person waits.
  for (let index = 0; index < count; index += 1) all.push(await ask(index))
  return timesOf(all)
}

async function measureKind(ask: Ask, { name, path, make }: Kind): Promise<Row> {
  const run = (more: Record<string, string>, start: number) => {
    const samples = samplesOf(customerCount, start)
    return several(requests, () => ask(path, { ...make(samples), ...more }))
  }
  return { name, plain: await run({}, 1), counted: await run({ count: 'true' }, 2) }
}

/** Follows the cursors of a list from its first page on. */
async function measurePaging(ask: Ask, path: string, sort: string): Promise<Row> {
  let cursor: string | undefined
  const plain = await several(requests, async () => {
    const timed = await ask(path, { sort, ...(cursor === undefined ? {} : { cursor }) })
    cursor = timed.answer.next
    return timed
  })
  return { name: `${path.slice(1)}: pages 1 to ${requests} by ${sort}`, plain }
}

const number = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1)).padStart(8)

const isOver = ({ plain, counted }: Row) => Math.max(plain.p95, counted?.p95 ?? 0) > bar
const isWorkOver = ({ plain, counted }: Row) => Math.max(plain.work95, counted?.work95 ?? 0) > bar

function lineOf(row: Row): string {
  const { name, plain, counted } = row
  const worst = counted && counted.worst.worked > plain.worst.worked ? counted.worst : plain.worst
  const figures = [plain, counted].flatMap((times) => [times?.p50, times?.p95, times?.work50, times?.work95])
  const slowest = `${number(worst.worked)}  ${decodeURIComponent(worst.address)}`
  return `${name.padEnd(48)}${figures.map(number).join('')}${slowest}${isOver(row) ? '  over' : ''}`
}

const heading = `${' '.repeat(48)}     p50     p95  work50  work95 + count:p50 p95  work50  work95 slowest`

async function measureAll(ask: Ask): Promise<Row[]> {
  const rows: Row[] = []
  const keep = (row: Row) => {
    rows.push(row)
    console.log(lineOf(row))
  }
  console.log(heading)
  for (const kind of [...customerKinds, ...orderKinds]) {
    if (only.test(kind.name)) keep(await measureKind(ask, kind))
  }
  for (const [path, sorts] of [
    ['/customers', customerSortNames],
    ['/orders', orderSortNames],
    ['/customers/heavy/orders', orderSortNames],
  ] as const) {
    for (const sort of sorts) if (only.test(`${path} pages`)) keep(await measurePaging(ask, path, sort))
  }
  return rows
}

/** Kinds as a person would sum them up. */
const areas = [
  ['the list, page by page', /^(?:list|customers: pages)/],
  ['filters of the list', /^filters?:/],
  ['search of the list', /^search:/],
  ['orders', /^(?:orders|10,000|customers\/heavy)/],
] as const

function summarise(rows: readonly Row[]): void {
  const within = (isOne: (row: Row) => boolean) => rows.filter((row) => !isOne(row)).length
  const machine = `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`
  const alone = within(({ plain }) => plain.work95 > bar)
  console.log(`p95 of at most ${bar} ms, of ${rows.length} kinds: ${within(isOver)} by the clock (${machine}),`)
  console.log(`${within(isWorkOver)} by time on a processor, ${alone} without their counts`)
  for (const [area, isOf] of areas) {
    const took = rows.filter(({ name }) => isOf.test(name)).flatMap(({ plain, counted }) => [plain, counted])
    const all = took.flatMap((times) => times?.took ?? [])
    if (all.length > 0)
      console.log(`${area}: p95 ${quantile(all, 0.95).toFixed(1)} ms of ${all.length} requests by the clock`)
  }
}

/** An app that nobody asks for, in place of the real one, which would be built first. */
async function emptyApp(folder: string): Promise<string> {
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Bench</title>')
  await writeFile(join(folder, '.vite', 'inline-hashes.json'), '{"scripts":[],"styles":[]}')
  return folder
}

/** Time on a processor of the server and of its database, where the system tells. */
async function workOf(product: RunningProcess, database: PostgresServer): Promise<() => () => number> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  const file = await readFile(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').catch(() => '')
  const postmaster = Number.parseInt(file, 10)
  if (process.platform !== 'linux' || Number.isNaN(postmaster)) return () => () => Number.NaN
  return () => startWork(product.pid, postmaster)
}

async function main() {
  const database = await startMillion(console.log)
  const folder = await mkdtemp(join(tmpdir(), 'bench-app-'))
  try {
    const settings = {
      DATABASE_URL: database.url,
      ADMIN_PASSWORD: password,
      APP_DIR: await emptyApp(folder),
      LOG_LEVEL: 'error',
    }
    const product = await startServer(settings)
    try {
      const warmUp = await signIn(product.url, password, () => () => 0)
      for (let index = 0; index < 50; index += 1) await warmUp('/customers', { count: 'true' })
      const ask = await signIn(product.url, password, await workOf(product, database))
      const rows = await measureAll(ask)
      summarise(rows)
    } finally {
      await product.stop()
    }
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
