import type { DemoSeed } from '#server/main/first-data.ts'
import { StartError } from '#server/main/start-error.ts'

/** The demo data is made by development packages, so it is loaded only when a database is filled with it. */
export async function loadDemoSeed(): Promise<DemoSeed> {
  try {
    const [{ demoRows }, { demoStaff }] = await Promise.all([
      import('#mocks/seed/demo-seed.ts'),
      import('#mocks/seed/demo-staff.ts'),
    ])
    return { staff: Object.values(demoStaff), rows: demoRows }
  } catch (error) {
    throw new StartError(
      'seedFailed',
      'The demo data could not be loaded: install with development packages (npm ci), or start with SEED=none.',
      { cause: error },
    )
  }
}
