import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileMessages } from '#server/build/compile-messages.ts'
import { messageOptions } from '#server/build/message-options.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'messages-'))
  const format = resolve('node_modules/@inlang/plugin-message-format/dist/index.js')
  await mkdir(join(folder, 'project.inlang'))
  await mkdir(join(folder, 'texts'))
  await writeFile(
    join(folder, 'project.inlang', 'settings.json'),
    JSON.stringify({
      baseLocale: 'en',
      locales: ['en'],
      modules: [relative(folder, format)],
      'plugin.inlang.messageFormat': { pathPattern: './texts/{locale}.json' },
    }),
  )
})
afterAll(() => rm(folder, { recursive: true }))

const compiled = () => join(folder, 'generated', 'messages', 'en.js')
const write = (greeting: string) => writeFile(join(folder, 'texts', 'en.json'), JSON.stringify({ greeting }))
const compileThere = () =>
  compileMessages({
    options: { ...messageOptions, project: join(folder, 'project.inlang'), outdir: join(folder, 'generated') },
    texts: join(folder, 'texts'),
  })
const wasMadeAt = async () => (await stat(compiled())).mtimeMs

it('compiles the messages once for each text, and again when what it made was changed', async () => {
  await write('Hello')
  await compileThere()
  expect(await readFile(compiled(), 'utf8')).toContain('Hello')
  const first = await wasMadeAt()
  await compileThere()
  expect(await wasMadeAt()).toBe(first)

  await write('Welcome')
  await compileThere()
  expect(await readFile(compiled(), 'utf8')).toContain('Welcome')

  await writeFile(compiled(), 'export {}')
  await compileThere()
  expect(await readFile(compiled(), 'utf8')).toContain('Welcome')
})
