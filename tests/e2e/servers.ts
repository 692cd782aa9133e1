import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from '#tests/chromium.ts'
import { startDevelopment, startProduct } from '#tests/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The product: built app, API and embedded database with demo data. */
    productUrl: string
    /** The development server: the app on mocks. */
    mocksUrl: string
    chromium: string
    password: string
  }
}

const password = 'correct horse battery staple'

/** Starts what the tests in a real browser need, once for all of them; answers what ends it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'))
  const [executable, product, mocks] = await Promise.all([
    chromiumPath(),
    startProduct(join(folder, 'data'), password),
    startDevelopment(),
  ])
  provide('chromium', executable)
  provide('productUrl', product.url)
  provide('mocksUrl', mocks.url)
  provide('password', password)
  return async () => {
    await Promise.all([mocks.stop(), product.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}
