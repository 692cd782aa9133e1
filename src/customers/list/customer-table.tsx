import { Button } from '#/shared/ui/button.tsx'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '#/contract/common.ts'
import type { CustomerListItem } from '#/contract/customers.ts'
import { customerColumns } from '#/customers/list/customer-columns.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

interface Props {
  query: UseInfiniteQueryResult<InfiniteData<Page<CustomerListItem>>>
  customers: readonly CustomerListItem[]
  words: string
  sort: string | undefined
  /** A search or filter is on, so an empty answer says something else. */
  isNarrowed: boolean
  onSort: (sort: string) => void
  onReset: () => void
}

/** The rows of the list; opens records, also in the background, and keeps its place while they are worked on. */
export function CustomerTable({ query, customers, words, sort, isNarrowed, onSort, onReset }: Props) {
  const workspace = useWorkspace()
  const records = useWorkspaceState((state) => state.records)
  const columns = useMemo(() => customerColumns(words), [words])
  const openIds = useMemo(() => new Set(records.map(({ id }) => id)), [records])
  return (
    <EndlessTable
      label={m.list_title()}
      query={query}
      columns={columns}
      rows={customers}
      rowKey={(customer) => customer.id}
      rowLabel={(customer) => customer.name}
      isRowMarked={(customer) => openIds.has(customer.id)}
      onRowOpen={({ id }, { isBackground }) => (isBackground ? workspace.openInBackground(id) : workspace.show(id))}
      sort={sort ?? (words === '' ? 'name' : undefined)}
      onSort={onSort}
      errorTitle={m.list_error()}
      empty={
        isNarrowed ? (
          <EmptyState
            title={m.list_empty_title()}
            text={m.list_empty_text()}
            action={<Button onClick={onReset}>{m.list_reset()}</Button>}
          />
        ) : (
          <EmptyState title={m.list_none_title()} text={m.list_none_text()} />
        )
      }
      initialOffset={Number(workspace.recall('@customers', 'scroll') ?? 0)}
      onScrollOffset={(offset) => workspace.remember('@customers', 'scroll', offset)}
    />
  )
}
