import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { writeFirstData } from '#server/main/first-data.ts'
import { hashPassword } from '#server/main/passwords.ts'
import { openDatabase } from '#server/store/sql/open-database.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { batchesOf } from '#mocks/seed/seed-rows.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the small seed and the account of the administrator, to copy: making one takes seconds. */
    dataFolder: string
    adminPassword: string
  }
}

/** Makes a data folder once a test run; answers what removes it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'server-data-'))
  const adminPassword = 'a password for tests'
  const database = await openDatabase({ dataDir })
  await writeFirstData({
    store: database.store,
    seed: 'demo',
    isEmbedded: true,
    adminPassword,
    now: Date.now,
    hashPassword,
    loadDemoSeed: async () => ({ staff: [demoStaff.admin], rows: () => batchesOf(smallRows()) }),
    say: () => {},
  })
  await database.close()
  project.provide('dataFolder', dataDir)
  project.provide('adminPassword', adminPassword)
  return () => rm(dataDir, { recursive: true })
}
