import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { inject } from 'vitest'
import { finishFolder } from '#server/build/finish-app.ts'

const root = resolve(import.meta.dirname, '..', '..')
const nodeOptions = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']

export const adminPassword = inject('adminPassword')
export const script = `export const words = ${JSON.stringify('words '.repeat(500))}\n`

export interface Sandbox {
  folder: string
  /** Settings that keep a process inside of the folder. */
  environment: Record<string, string>
  remove: () => Promise<void>
}

/** A folder of its own for a small built app and the data: the small seed and `admin`, unless it is to be a new database. */
export async function aSandbox({ isNew = false } = {}): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'server-test-'))
  const app = join(folder, 'app')
  await mkdir(join(app, 'assets'), { recursive: true })
  await writeFile(join(app, 'index.html'), '<!doctype html><title>App</title><script>boot()</script>')
  await writeFile(join(app, 'assets', 'main-1234.js'), script)
  await finishFolder(app)
  if (!isNew) await cp(inject('dataFolder'), join(folder, 'data'), { recursive: true })
  return {
    folder,
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      APP_DIR: app,
      ADMIN_PASSWORD: adminPassword,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

interface Running {
  child: ChildProcessByStdio<null, Readable, Readable>
  ended: Promise<Ended>
  said: { out: string; err: string }
}

function run([command, ...args]: readonly [string, ...string[]], environment: Record<string, string>): Running {
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }))
  return { child, ended, said }
}

/** Runs a program to its end. */
export const runToEnd = (program: string, args: string[], environment: Record<string, string>): Promise<Ended> =>
  run([process.execPath, ...nodeOptions, program, ...args], environment).ended

/** Starts the server and waits until it says where it listens; throws what it said if it ended before. */
export async function startServer(environment: Record<string, string>, { throughNpm = false } = {}) {
  const { child, ended, said } = run(
    throughNpm ? ['npm', 'start'] : [process.execPath, ...nodeOptions, 'server/main.ts'],
    environment,
  )
  let end: Ended | undefined
  void ended.then((told) => (end = told))
  /** Waits until the text was written to the log or said to people. */
  const hears = async (text: string | RegExp) => {
    for (;;) {
      const found = new RegExp(text, 'm').exec(said.err + said.out)
      if (found) return found
      if (end) throw new Error(`the server ended with ${end.code ?? end.signal}:\n${end.err}`)
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended])
    }
  }
  const [, url = ''] = await hears(/^Customer Workspace: (http:\/\/\S+)$/)
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { url, port: Number(new URL(url).port), ended, stop, hears }
}

export type ServerProcess = Awaited<ReturnType<typeof startServer>>

/** Sends a request as a page of the server itself would. */
export function send(
  server: ServerProcess,
  path: string,
  init: RequestInit & { cookie?: string } = {},
): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!headers.has('origin')) headers.set('origin', server.url)
  if (init.cookie !== undefined) headers.set('cookie', init.cookie)
  if (init.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  return fetch(server.url + path, { ...init, headers, redirect: 'manual' })
}

export const signIn = (server: ServerProcess, username = 'admin', password = adminPassword) =>
  send(server, '/api/v1/auth/session', { method: 'POST', body: JSON.stringify({ username, password }) })

/** The cookie to send back. */
export const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
