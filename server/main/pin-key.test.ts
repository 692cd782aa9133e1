import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pinVaultSource } from '#server/main/pin-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pin-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

const DATABASE_URL = 'postgres://a@b/c'
const PIN_KEY = Buffer.from('k'.repeat(32)).toString('base64')

it('keeps a key of its own in the data folder, readable for this account only', async () => {
  const settings = { DATA_DIR: join(folder, 'data'), DATABASE_URL: undefined, PIN_KEY: undefined }
  const sealed = await (await pinVaultSource(settings)())?.seal('4711')
  expect((await stat(join(folder, 'data', 'pin.key'))).mode & 0o777).toBe(0o600)
  expect(await (await pinVaultSource(settings)())?.open(sealed ?? '')).toBe('4711')
})

it('makes no file before it is needed, and none when the key is a setting', async () => {
  const source = pinVaultSource({ DATA_DIR: folder, DATABASE_URL: undefined, PIN_KEY })
  expect(await source()).toBeDefined()
  await expect(readFile(join(folder, 'pin.key'))).rejects.toThrow('ENOENT')
})

it('has no key for a database server unless one is set', async () => {
  const settings = { DATA_DIR: folder, DATABASE_URL }
  expect(await pinVaultSource({ ...settings, PIN_KEY: undefined })()).toBeUndefined()
  expect(await pinVaultSource({ ...settings, PIN_KEY })()).toBeDefined()
})

it('does not go on with a damaged key', async () => {
  await writeFile(join(folder, 'pin.key'), 'short')
  const source = pinVaultSource({ DATA_DIR: folder, DATABASE_URL: undefined, PIN_KEY: undefined })
  await expect(source()).rejects.toThrow('damaged')
})
