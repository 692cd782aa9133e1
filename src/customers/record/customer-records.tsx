import { useQueries } from '@tanstack/react-query'
import type { CustomerListItem } from '#/contract/customers.ts'
import { customerTitleQuery } from '#/customers/customer.queries.ts'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { useTypedNames } from '#/customers/record/typed-name.ts'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { isNewId } from '#/workspace/open-records.ts'
import type { RecordKind, RecordTitle } from '#/workspace/record-kind.ts'

function titleOf({ name, customerNumber: number, status }: CustomerListItem): RecordTitle {
  if (status === 'active') return { name, number }
  return {
    name,
    number,
    mark: { tone: customerStatusTones[status], text: customerCodeLabel('customerStatus', status) },
  }
}

function useTitles(ids: readonly string[]): ReadonlyMap<string, RecordTitle | null> {
  const newIds = ids.filter(isNewId)
  const names = useTypedNames(newIds)
  const known = useQueries({
    queries: ids.map((id) => customerTitleQuery(id)),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index): [string, RecordTitle | null][] => {
          const id = ids[index]
          return id === undefined || data === undefined ? [] : [[id, data && titleOf(data)]]
        }),
      ),
  })
  if (newIds.length === 0) return known
  const typed = newIds.map((id, at): [string, RecordTitle] => [id, { name: names[at] ?? '', number: '' }])
  return new Map([...known, ...typed])
}

const record = lazyPart(async () => (await import('#/customers/record/customer-record.tsx')).CustomerRecord)

/** Fetches the code of a record before the first one is opened. */
export const preloadRecord = record.preload

/** Customers as the workspace opens them. */
export const customerRecords: RecordKind = { useTitles, Record: record.Body }
