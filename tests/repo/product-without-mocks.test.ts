import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { scenarioNames } from '#mocks/mock-state.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { smallCustomers } from '#mocks/seed/small-seed.ts'
import { ensureApp } from '#server/main/build-app.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const appFolder = join(root, 'dist', 'app')

/** All files of a folder whose path matches, with what stands in them. */
async function filesOf(folder: string, pattern: RegExp): Promise<Map<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => pattern.test(path))
  const texts = await Promise.all(paths.map(async (path) => readFile(join(folder, path), 'latin1')))
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']))
}

/** Words that only the mocks have: of the library, the panel, the scenarios, the seed. */
async function marksOfMocks(): Promise<string[]> {
  const messages = JSON.parse(await readFile(join(root, 'src/shared/i18n/messages/en/mocks.json'), 'utf8')) as Record<
    string,
    string
  >
  const long = Object.values(messages).filter((text) => text.length > 20 && !text.includes('{'))
  return [
    'mockServiceWorker',
    '@mswjs',
    'faker',
    'customer-workspace-mock',
    ...scenarioNames.filter((name) => /[A-Z]/.test(name)),
    ...Object.values(demoStaff).map(({ email }) => email ?? ''),
    ...smallCustomers.flatMap(({ customer: { email } }) => email ?? []),
    ...long,
  ]
}

describe('the product', () => {
  let files: Map<string, string>
  beforeAll(async () => {
    // The test runner's own value would make it a build for development.
    vi.stubEnv('NODE_ENV', 'production')
    await ensureApp(appFolder, root, () => {})
    vi.unstubAllEnvs()
    files = await filesOf(appFolder, /\.(js|css|html|json|webmanifest|map)$/)
  }, 180_000)

  it('holds no line of the mocks', async () => {
    expect(files.size).toBeGreaterThan(5)
    const marks = await marksOfMocks()
    expect(marks.length).toBeGreaterThan(60)
    const found = [...files].flatMap(([path, text]) =>
      marks.filter((mark) => text.includes(Buffer.from(mark).toString('latin1'))).map((mark) => `${path}: ${mark}`),
    )
    expect(found).toEqual([])
    expect([...files.keys()].filter((path) => /mock/i.test(path))).toEqual([])
  })
})

it('lets nothing of the app but its entry, which leaves it out of the product, import the mocks', async () => {
  const sources = await filesOf(join(root, 'src'), /(?<!\.test)\.tsx?$/)
  const importing = [...sources].filter(([, text]) => text.includes('#mocks/')).map(([path]) => path)
  expect(importing).toEqual(['main.tsx'])
})
