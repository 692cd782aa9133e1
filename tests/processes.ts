import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

export interface RunningProcess {
  url: string
  pid: number
  stop: () => Promise<void>
}

/** Starts a process of this project and waits until it says its address; ends it by its own id. */
async function start(args: string[], environment: Record<string, string>, says: RegExp): Promise<RunningProcess> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      const [, address] = says.exec(said) ?? []
      if (address !== undefined) found(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', (code) => failed(new Error(`the process ended with ${code}:\n${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
  }
  return { url: url.replace(/\/$/, ''), pid: child.pid ?? 0, stop }
}

/** The product as `npm start` runs it with these settings, on a free port. */
export const startServer = (settings: Record<string, string>): Promise<RunningProcess> =>
  start(
    ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', 'server/main.ts'],
    { PORT: '0', RATE_LIMIT_PER_SECOND: '0', ...settings },
    /^Customer Workspace: (http:\/\/\S+)$/m,
  )

/** The same with an embedded database with demo data in a folder of its own. */
export const startProduct = (dataFolder: string, password: string): Promise<RunningProcess> =>
  startServer({ DATA_DIR: dataFolder, ADMIN_PASSWORD: password })

/** The app on mocks as `npm run dev` runs it. */
export const startDevelopment = (): Promise<RunningProcess> =>
  start(
    ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0', '--clearScreen', 'false'],
    { NO_COLOR: '1' },
    /Local:\s+(http:\/\/\S+)/,
  )
