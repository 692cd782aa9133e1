import { mkdir, writeFile } from 'node:fs/promises'
import { describeApi } from '#server/api/openapi.ts'

const folder = new URL('../../docs/api/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('openapi.json', folder), `${JSON.stringify(describeApi(), null, 2)}\n`)
