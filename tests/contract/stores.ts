import type { Store } from '#server/store/store.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { openTestPglite, openTestPostgres } from '#tests/databases.ts'

/** Everything that must keep the `Store` port, each opened empty. */
export const stores: { name: string; open: () => Promise<Store> }[] = [
  { name: 'memory', open: async () => createMemoryStore() },
  { name: 'PGlite', open: async () => (await openTestPglite()).store },
  { name: 'PostgreSQL', open: async () => (await openTestPostgres()).store },
]
