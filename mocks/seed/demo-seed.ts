import { batchesOf, type SeedBatch } from '#mocks/seed/seed-rows.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

/** The demo data in the order in which it can be stored. Same rows at every call, in every place. */
export function* demoRows(_options: { customers?: number } = {}): Iterable<SeedBatch> {
  yield* batchesOf(smallRows())
}
