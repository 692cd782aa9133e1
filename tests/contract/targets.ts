import { createMemoryStore } from '#mocks/memory-store.ts'
import { openTarget } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'

/** Everything that must keep the contract; each file of the suite runs on each of them, from empty. */
export const targets: { name: string; open: () => Promise<Target> }[] = [
  { name: 'memory', open: async () => openTarget(createMemoryStore()) },
]
