import { DuplicateError } from '#server/store/store.ts'
import type { Transaction } from '#server/store/store.ts'

const triedAtOnce = 100

/**
 * The next number that nobody has. The counter stays locked until the transaction ends, so that two at once get
 * different ones; numbers that an import brought along are passed over.
 */
export async function nextNumber(
  store: Transaction,
  {
    counter,
    first,
    takenOf,
  }: {
    /** Name of the counter among the settings. */
    counter: string
    first: number
    /** Those of the numbers that somebody has. */
    takenOf: (numbers: readonly number[]) => Promise<ReadonlySet<number>>
  },
): Promise<number> {
  let candidate = Math.max(await lastNumber(store, counter), first - 1) + 1
  for (;;) {
    const numbers = Array.from({ length: triedAtOnce }, (_, index) => candidate + index)
    const taken = await takenOf(numbers)
    const free = numbers.find((number) => !taken.has(number))
    if (free !== undefined) {
      await store.update('settings', counter, { value: free })
      return free
    }
    candidate += triedAtOnce
  }
}

async function lastNumber(store: Transaction, counter: string): Promise<number> {
  const known = await store.lock('settings', counter)
  if (known) return typeof known.value === 'number' ? known.value : 0
  try {
    await store.insert('settings', [{ id: counter, value: 0 }])
    return 0
  } catch (error) {
    // Somebody else took the first number at the same time.
    if (!(error instanceof DuplicateError)) throw error
    const theirs = await store.lock('settings', counter)
    return typeof theirs?.value === 'number' ? theirs.value : 0
  }
}
