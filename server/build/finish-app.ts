import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { earlyCalls } from '#server/build/early-calls.ts'
import { inlineHashes } from '#server/build/inline-hashes.ts'
import { precompress } from '#server/build/precompress.ts'

/** Prepares a built app for our server: hashes for its security policy, and every file compressed. */
export async function finishFolder(folder: string): Promise<void> {
  const hashes = inlineHashes(await readFile(join(folder, 'index.html'), 'utf8'))
  await precompress(folder)
  // Below a dotted folder, which is never served.
  await mkdir(join(folder, '.vite'), { recursive: true })
  await writeFile(join(folder, '.vite', 'inline-hashes.json'), JSON.stringify(hashes))
}

/** Makes the built app that of our server: `finishFolder`, and the first calls before the app is there. */
export function finishApp(): Plugin {
  return {
    name: 'finish-app',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'script', children: earlyCalls, injectTo: 'head-prepend' }],
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir !== undefined) await finishFolder(dir)
      },
    },
  }
}
