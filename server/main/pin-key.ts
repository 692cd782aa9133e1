import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createPinVault, type PinVault } from '#server/api/pin-vault.ts'
import type { Configuration } from '#server/main/configuration.ts'
import { StartError } from '#server/main/start-error.ts'

/** What seals the PINs of customers; `undefined` where they cannot be stored because there is no key. */
export type PinVaultSource = () => Promise<PinVault | undefined>

type Settings = Pick<Configuration, 'PIN_KEY' | 'DATABASE_URL' | 'DATA_DIR'>

async function keyOfFolder(folder: string): Promise<string> {
  const file = join(folder, 'pin.key')
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(file, 'utf8')).trim()
}

async function openVault({ PIN_KEY, DATABASE_URL, DATA_DIR }: Settings): Promise<PinVault | undefined> {
  if (PIN_KEY === undefined && DATABASE_URL !== undefined) return undefined
  const key = Buffer.from(PIN_KEY ?? (await keyOfFolder(resolve(DATA_DIR))), 'base64')
  if (key.length !== 32) {
    throw new StartError('configuration', `The file pin.key in ${resolve(DATA_DIR)} is damaged: put its copy back.`)
  }
  return createPinVault(Uint8Array.from(key))
}

/** The vault that the settings name; a key file is made when the first PIN is to be sealed. */
export function pinVaultSource(settings: Settings): PinVaultSource {
  let vault: Promise<PinVault | undefined> | undefined
  return () => (vault ??= openVault(settings))
}
