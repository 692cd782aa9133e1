import type { DemoSeed, SeedRows } from '#server/main/first-data.ts'
import type { PinVaultSource } from '#server/main/pin-key.ts'
import { StartError } from '#server/main/start-error.ts'
import type { CustomerRow } from '#server/store/rows.ts'

/** The demo data is made by development packages, so it is loaded only when a database is filled with it. */
export async function loadDemoSeed(findPinVault: PinVaultSource): Promise<DemoSeed> {
  try {
    const [{ demoRows }, { demoStaff }] = await Promise.all([
      import('#mocks/seed/demo-seed.ts'),
      import('#mocks/seed/demo-staff.ts'),
    ])
    return { staff: Object.values(demoStaff), rows: () => withSealedPins(demoRows(), findPinVault) }
  } catch (error) {
    throw new StartError(
      'seedFailed',
      'The demo data could not be loaded: install with development packages (npm ci), or start with SEED=none.',
      { cause: error },
    )
  }
}

/** PINs are left out where there is no key to seal them with. */
async function* withSealedPins(
  batches: Iterable<SeedRows>,
  findPinVault: PinVaultSource,
): AsyncGenerator<SeedRows, void> {
  for (const batch of batches) {
    if (batch.collection === 'customers') {
      const rows = await Promise.all(batch.rows.map((row) => withSealedPin(row, findPinVault)))
      yield { collection: 'customers', rows }
    } else yield batch
  }
}

async function withSealedPin(row: CustomerRow, findPinVault: PinVaultSource): Promise<CustomerRow> {
  if (row.pin === null) return row
  const vault = await findPinVault()
  return { ...row, pin: vault ? await vault.seal(row.pin) : null }
}
