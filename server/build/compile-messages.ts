import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOptions, messagesFolder } from '#server/build/message-options.ts'

interface Places {
  options: typeof messageOptions
  /** The texts, beside the project. */
  texts: string
}

/**
 * Compiles the messages for tests and the check of types, unless what is there was made of these texts, with these options,
 * by this compiler, and is still as it was made: it takes seconds. The build has them compiled another way.
 */
export async function compileMessages({ options, texts }: Places = { options: messageOptions, texts: messagesFolder }) {
  const stamp = join(options.outdir, '.compiled')
  const made = await readFile(stamp, 'utf8').catch(() => undefined)
  if (made !== undefined && made === (await digestOf({ options, texts }))) return
  // Loading it takes a second.
  const { compile } = await import('@inlang/paraglide-js')
  await compile({ ...options, outputStructure })
  await writeFile(stamp, await digestOf({ options, texts }))
}

/** Thousands of modules take longer to load than one. */
const outputStructure = 'locale-modules'
const compiler = ['@inlang/paraglide-js', '@inlang/plugin-message-format']

/** One for all that goes into the messages and comes out. */
async function digestOf({ options, texts }: Places): Promise<string> {
  const files = [
    ...compiler.map((name) => join('node_modules', name, 'package.json')),
    join(options.project, 'settings.json'),
    ...(await filesIn(texts)),
    ...(await filesIn(options.outdir)),
  ]
  const hash = createHash('sha256').update(JSON.stringify({ ...options, outputStructure }))
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
}
