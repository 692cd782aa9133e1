import { nextNumber } from '#server/api/counter.ts'
import type { Transaction } from '#server/store/store.ts'

const numberOf = (count: number) => `C-${count}`

/** A number that no customer has. */
export async function nextCustomerNumber(store: Transaction): Promise<string> {
  const takenOf = async (numbers: readonly number[]) => {
    const { rows } = await store.find('customers', {
      where: { op: 'in', field: 'customerNumber', values: numbers.map(numberOf) },
    })
    const taken = new Set(rows.map(({ customerNumber }) => customerNumber))
    return new Set(numbers.filter((number) => taken.has(numberOf(number))))
  }
  return numberOf(await nextNumber(store, { counter: 'lastCustomerNumber', first: 100_001, takenOf }))
}
