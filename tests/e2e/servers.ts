import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createServer } from 'vite'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from '#tests/chromium.ts'

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

const root = resolve(import.meta.dirname, '..', '..')
const password = 'correct horse battery staple'

/** Starts the product as `npm start` does, in a data folder of its own, and waits until it says where it listens. */
async function startProduct(dataFolder: string) {
  const child = spawn(
    process.execPath,
    ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', 'server/main.ts'],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        PORT: '0',
        DATA_DIR: dataFolder,
        ADMIN_PASSWORD: password,
        RATE_LIMIT_PER_SECOND: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      const [, address] = /^Customer Workspace: (http:\/\/\S+)$/m.exec(said) ?? []
      if (address) found(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  return { url, stop }
}

/** Starts what the tests in a real browser need, once for all of them. */
export default async function setUp({ provide }: TestProject) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'e2e-'))
  const [executable, product, mocks] = await Promise.all([
    chromiumPath(),
    startProduct(join(dataFolder, 'data')),
    createServer({ root, mode: 'development', logLevel: 'error', server: { port: 0, host: '127.0.0.1' } }),
  ])
  await mocks.listen()
  const mocksUrl = mocks.resolvedUrls?.local[0]
  if (!mocksUrl) throw new Error('the development server has no address')
  provide('chromium', executable)
  provide('productUrl', product.url)
  provide('mocksUrl', mocksUrl.replace(/\/$/, ''))
  provide('password', password)
  return async () => {
    await Promise.all([mocks.close(), product.stop()])
    await rm(dataFolder, { recursive: true, force: true })
  }
}
