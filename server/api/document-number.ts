import { foldText } from '#/contract/fold-text.ts'
import { nextNumber } from '#server/api/counter.ts'
import type { Transaction } from '#server/store/store.ts'

const series = {
  cases: { counter: 'lastCaseNumber', prefix: 'K' },
  invoices: { counter: 'lastInvoiceNumber', prefix: 'I' },
} as const

/** A number that no case or invoice has, whatever system it came from. */
export async function nextDocumentNumber(store: Transaction, collection: keyof typeof series): Promise<string> {
  const { counter, prefix } = series[collection]
  const numberOf = (count: number) => `${prefix}-${count}`
  const takenOf = async (numbers: readonly number[]) => {
    const values = numbers.map((number) => foldText(numberOf(number)))
    const { rows } = await store.find(collection, { where: { op: 'in', field: 'numberFolded', values } })
    const taken = new Set<string>(rows.map(({ numberFolded }) => numberFolded))
    return new Set(numbers.filter((number) => taken.has(foldText(numberOf(number)))))
  }
  return numberOf(await nextNumber(store, { counter, first: 100_001, takenOf }))
}
