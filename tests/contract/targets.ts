import { inject } from 'vitest'
import { stores } from '#tests/contract/stores.ts'
import { openTarget } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'

/** A run without databases has the memory store only; `store-conformance.test.ts` fails in such a run, so it shows. */
const hasDatabases = inject('postgresUrl') !== undefined

/** Everything that must keep the contract; each file of the suite runs on each of them, from empty. */
export const targets: { name: string; open: () => Promise<Target> }[] = stores
  .filter(({ name }) => hasDatabases || name === 'memory')
  .map(({ name, open }) => ({ name, open: async () => openTarget(await open()) }))
