import { useQueries } from '@tanstack/react-query'
import { customerTitleQuery } from '#/customers/customer.queries.ts'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import type { RecordKind, RecordTitle } from '#/workspace/record-kind.ts'

function useTitles(ids: readonly string[]): ReadonlyMap<string, RecordTitle | null> {
  return useQueries({
    queries: ids.map((id) => customerTitleQuery(id)),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index): [string, RecordTitle | null][] => {
          const id = ids[index]
          if (id === undefined || data === undefined) return []
          return [[id, data && { name: data.name, number: data.customerNumber }]]
        }),
      ),
  })
}

const record = lazyPart(async () => (await import('#/customers/record/customer-record.tsx')).CustomerRecord)

/** Fetches the code of a record before the first one is opened. */
export const preloadRecord = record.preload

/** Customers as the workspace opens them. */
export const customerRecords: RecordKind = { useTitles, Record: record.Body }
