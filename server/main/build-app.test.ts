import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFresh } from '#server/main/build-app.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-app-'))
})
afterEach(() => rm(root, { recursive: true }))

/** Writes a file as it was at that second. */
async function write(path: string, second: number): Promise<void> {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, '')
  await utimes(file, second, second)
  for (let folder = dirname(file); folder !== root; folder = dirname(folder)) await utimes(folder, 0, 0)
}

const fresh = () => isFresh(join(root, 'dist'), root)
const built = 'dist/.vite/inline-hashes.json'

describe('isFresh', () => {
  it('is false without a finished build', async () => {
    await write('index.html', 10)
    await write('dist/index.html', 20)
    expect(await fresh()).toBe(false)
  })

  it('is true while no source is newer than the build', async () => {
    await write('index.html', 10)
    await write('src/app/create-app.tsx', 20)
    await write(built, 20)
    expect(await fresh()).toBe(true)
  })

  it.each(['index.html', 'vite.config.ts', 'package-lock.json', 'public/favicon.svg', 'src/app/create-app.tsx'])(
    'is false once %s has changed',
    async (source) => {
      await write(built, 20)
      await write(source, 30)
      expect(await fresh()).toBe(false)
    },
  )

  it.each(['src/app/create-app.test.tsx', 'src/shared/i18n/generated/messages.js', 'server/main.ts'])(
    'does not mind changes of %s',
    async (path) => {
      await write(built, 20)
      await write(path, 30)
      expect(await fresh()).toBe(true)
    },
  )
})
