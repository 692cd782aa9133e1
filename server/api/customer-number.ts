import { DuplicateError } from '#server/store/store.ts'
import type { Transaction } from '#server/store/store.ts'

const counter = 'lastCustomerNumber'
const first = 100_001
const triedAtOnce = 100

/**
 * A number that no customer has. The counter stays locked until the transaction ends, so that two customers added at
 * once get different ones; numbers that an import brought along are passed over.
 */
export async function nextCustomerNumber(store: Transaction): Promise<string> {
  let candidate = Math.max(await lastNumber(store), first - 1) + 1
  for (;;) {
    const numbers = Array.from({ length: triedAtOnce }, (_, index) => candidate + index)
    const { rows } = await store.find('customers', {
      where: { op: 'in', field: 'customerNumber', values: numbers.map(numberOf) },
    })
    const taken = new Set(rows.map(({ customerNumber }) => customerNumber))
    const free = numbers.find((number) => !taken.has(numberOf(number)))
    if (free !== undefined) {
      await store.update('settings', counter, { value: free })
      return numberOf(free)
    }
    candidate += triedAtOnce
  }
}

const numberOf = (count: number) => `C-${count}`

async function lastNumber(store: Transaction): Promise<number> {
  const known = await store.lock('settings', counter)
  if (known) return typeof known.value === 'number' ? known.value : 0
  try {
    await store.insert('settings', [{ id: counter, value: 0 }])
    return 0
  } catch (error) {
    // Somebody else added the first customer at the same time.
    if (!(error instanceof DuplicateError)) throw error
    const theirs = await store.lock('settings', counter)
    return typeof theirs?.value === 'number' ? theirs.value : 0
  }
}
