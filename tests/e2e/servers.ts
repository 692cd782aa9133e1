import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from '#tests/chromium.ts'
import { startDevelopment, startProduct, type RunningProcess } from '#tests/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The product, one for each worker: built app, API and embedded database with demo data. */
    productUrls: string[]
    /** The development server: the app on mocks. */
    mocksUrl: string
    chromium: string
    password: string
  }
}

const password = 'correct horse battery staple'

/** Products on data of their own; the demo data are made once. */
async function startProducts(folder: string, count: number): Promise<RunningProcess[]> {
  const [first = '', ...others] = Array.from({ length: count }, (_, index) => join(folder, `data-${index}`))
  const maker = await startProduct(first, password)
  await maker.stop()
  await Promise.all(others.map((data) => cp(first, data, { recursive: true })))
  return Promise.all([first, ...others].map((data) => startProduct(data, password)))
}

/** Starts what the tests in a real browser need, once for all of them; answers what ends it. */
export async function setup({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'))
  const [executable, products, mocks] = await Promise.all([
    chromiumPath(),
    startProducts(folder, config.maxWorkers),
    startDevelopment(),
  ])
  provide('chromium', executable)
  provide(
    'productUrls',
    products.map(({ url }) => url),
  )
  provide('mocksUrl', mocks.url)
  provide('password', password)
  return async () => {
    await Promise.all([mocks, ...products].map(({ stop }) => stop()))
    await rm(folder, { recursive: true, force: true })
  }
}
