import type { CustomerRow } from '#server/store/rows.ts'
import { firstIndex, millionCustomer } from '#tests/bench/million/customers.ts'
import { diceFrom, type Dice } from '#tests/bench/million/dice.ts'

/** Things that the generated customers have, for requests that ask for them. */
export interface Samples {
  dice: Dice
  customer: () => CustomerRow
  /** A value of some customer; those that have none are passed over. */
  of: <T>(read: (rows: ReturnType<typeof millionCustomer>) => T | null | undefined) => T
}

export function samplesOf(customers: number, start: number): Samples {
  const dice = diceFrom(start)
  const rows = () => millionCustomer(firstIndex + dice.whole(customers))
  const of: Samples['of'] = (read) => {
    for (let attempt = 0; attempt < 10_000; attempt += 1) {
      const value = read(rows())
      if (value !== null && value !== undefined) return value
    }
    throw new Error('no customer has such a value')
  }
  return { dice, of, customer: () => of(({ customers: made }) => made?.[0]) }
}
