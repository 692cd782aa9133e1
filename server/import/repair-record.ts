import type { Ledger } from '#server/import/ledger.ts'
import { repairText } from '#server/import/repair-text.ts'

/** A copy of plain data whose misread texts are repaired, counted by file. */
export function repairDeep<T>(value: T, file: string, ledger: Ledger): T
export function repairDeep(value: unknown, file: string, ledger: Ledger): unknown {
  if (typeof value === 'string') {
    const repaired = repairText(value)
    if (repaired !== value) ledger.find(`texts in broken UTF-8 repaired in ${file}`)
    return repaired
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => repairDeep(item, file, ledger))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, repairDeep(member, file, ledger)]))
}
