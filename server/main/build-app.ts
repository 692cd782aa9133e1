import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '#server/main/start-error.ts'

/** What the app is built from. Generated messages follow from other files, and tests are not part of it. */
const sources = ['index.html', 'package-lock.json', 'vite.config.ts', 'public', 'src']
const notSources = /generated|\.test\.tsx?$/

async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !notSources.test(file))
  const changes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0))
  return Math.max(found.mtimeMs, ...changes)
}

/** True when the folder holds an app that is at least as new as what it is built from. */
export async function isFresh(appFolder: string, root: string): Promise<boolean> {
  // Written last, so a build that was cut off does not count.
  const built = await stat(join(appFolder, '.vite', 'inline-hashes.json')).catch(() => undefined)
  if (!built) return false
  const changes = await Promise.all(sources.map((source) => newestChange(join(root, source))))
  return Math.max(...changes) <= built.mtimeMs
}

async function runVite(root: string, folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) {
    throw new StartError(
      'buildFailed',
      'The app is not built and cannot be built here: install with development packages (npm ci), or set APP_DIR to a built app.',
    )
  }
  const args = [vite, 'build', '--outDir', folder, '--logLevel', 'error']
  // Standard output belongs to the log.
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) {
    throw new StartError('buildFailed', 'The app could not be built: correct what "vite build" reports above.')
  }
}

/** Builds beside the old app and swaps them, so that nobody ever serves half of one. */
async function buildApp(appFolder: string, root: string): Promise<void> {
  const fresh = `${appFolder}.new-${process.pid}`
  const old = `${appFolder}.old-${process.pid}`
  try {
    await runVite(root, fresh)
    await rename(appFolder, old).catch(() => undefined)
    await rename(fresh, appFolder)
  } finally {
    await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })))
  }
}

/** Builds the app if it is missing or older than its sources. */
export async function ensureApp(appFolder: string, root: string, say: (line: string) => void): Promise<void> {
  if (await isFresh(appFolder, root)) return
  say('Building the app …')
  const startedAt = performance.now()
  await buildApp(appFolder, root)
  say(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
}
