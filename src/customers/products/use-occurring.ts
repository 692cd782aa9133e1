import { useSeen } from '#/shared/filter/use-seen.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'

type Found<T extends string> = readonly { value: T; count: number }[] | undefined

/** What a filter offers: what occurs, and what is chosen already. Where a source does not say what occurs, the loaded rows do. */
export function useOccurring<T extends string>(
  kind: CodeKind,
  found: Found<T>,
  rows: readonly T[],
  chosen: readonly T[],
) {
  const seen = useSeen([...chosen, ...(found ? found.map(({ value }) => value) : rows)]) as readonly T[]
  return seen
    .map((value) => {
      const count = found && (found.find((one) => one.value === value)?.count ?? 0)
      return { value, label: codeLabel(kind, value), count }
    })
    .filter(({ value, count }) => count !== 0 || chosen.includes(value))
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.label.localeCompare(b.label))
}
