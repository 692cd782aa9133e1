import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Measure } from '#tests/bench/measure.ts'
import { listRows, rowSelector, type Person } from '#tests/bench/person.ts'
import { timeToSee } from '#tests/bench/stopwatch.ts'

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}

/** Files that the entry cannot start without. */
async function staticClosure(app: string): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(app, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const name of chunk.imports ?? []) add(manifest[name])
  }
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) add(chunk)
  return files
}

/** Scripts that were asked for before the rows of the list were there. */
async function fetchedBeforeRows(person: Person): Promise<Set<string>> {
  const page = await person.newPage()
  try {
    await page.addInitScript((rows) => {
      // Tells before the rows themselves ask for anything.
      new MutationObserver((_, observer) => {
        if (document.querySelectorAll(rows).length < 10) return
        performance.mark('rows')
        observer.disconnect()
      }).observe(document, { childList: true, subtree: true })
    }, rowSelector)
    await page.goto('/customers', { waitUntil: 'commit' })
    await timeToSee(page, listRows)
    const scripts = await page.evaluate(() => {
      const until = performance.getEntriesByName('rows')[0]?.startTime ?? Infinity
      return performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < until)
        .map(({ name }) => new URL(name).pathname.slice(1))
    })
    return new Set(scripts)
  } finally {
    await page.context().close()
  }
}

export async function measureFirstLoad(app: string, person: Person): Promise<Measure[]> {
  const closure = await staticClosure(app)
  const fetched = await fetchedBeforeRows(person)
  const size = async (file: string) => gzipSync(await readFile(join(app, file)), { level: 9 }).byteLength / 1024
  const sizeOf = async (files: Iterable<string>) =>
    (await Promise.all([...files].map(size))).reduce((sum, each) => sum + each, 0)
  const later = [...fetched].filter((file) => !closure.has(file))
  return [
    { what: 'first load: JavaScript, gzip', unit: 'KiB', bar: 190, value: await sizeOf(closure) },
    {
      what: 'the same with what else was asked for before the rows were there',
      unit: 'KiB',
      value: await sizeOf(new Set([...closure, ...fetched])),
      ...(later.length > 0 ? { note: later.map((file) => basename(file)).join(', ') } : {}),
    },
  ]
}
