import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'

/** Flags for a browser without sandbox, GPU and calls home. */
export const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

/** A Chromium: the one named by `CHROMIUM_PATH`, else an installed one, else the one that came from npm. */
export async function chromiumPath(): Promise<string> {
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome']
  return installed.find((path) => path !== undefined && existsSync(path)) ?? sparticuz.executablePath()
}
