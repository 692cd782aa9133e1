import { useQueries } from '@tanstack/react-query'
import type { CustomerListItem } from '#/contract/customers.ts'
import { customerTitleQuery } from '#/customers/customer.queries.ts'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
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

/** Nothing was typed of it yet. */
const newTitle = (): RecordTitle => ({ name: m.account_new(), number: '' })

function useTitles(ids: readonly string[]): ReadonlyMap<string, RecordTitle | null> {
  return useQueries({
    queries: ids.map((id) => customerTitleQuery(id)),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index): [string, RecordTitle | null][] => {
          const id = ids[index]
          if (id === undefined) return []
          if (data === undefined) return isNewId(id) ? [[id, newTitle()]] : []
          return [[id, data && titleOf(data)]]
        }),
      ),
  })
}

const record = lazyPart(async () => (await import('#/customers/record/customer-record.tsx')).CustomerRecord)

/** Fetches the code of a record before the first one is opened. */
export const preloadRecord = record.preload

/** Customers as the workspace opens them. */
export const customerRecords: RecordKind = { useTitles, Record: record.Body }
