import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import type { Page } from '#/contract/common.ts'
import { searchProblem } from '#/shared/filter/search-problem.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { usePreferences } from '#/shared/session/preferences.ts'
import { DataTable } from '#/shared/table/data-table.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'

type TableProps<Row> = ComponentProps<typeof DataTable<Row>>

interface Props<Row> extends Omit<
  TableProps<Row>,
  | 'rows'
  | 'rowCount'
  | 'hasMore'
  | 'isLoading'
  | 'isRefreshing'
  | 'isLoadingMore'
  | 'hasMoreFailed'
  | 'onEndReached'
  | 'error'
> {
  /** Pages of the API; the first one may carry the total. */
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  /** Rows of all pages, of which the caller has use too. */
  rows: readonly Row[]
  /** What to say when the first page cannot be had. */
  errorTitle: string
}

/** A table over a list of the API that loads further pages as its end comes near. */
export function EndlessTable<Row>({ query, rows, errorTitle, ...table }: Props<Row>) {
  const { density } = usePreferences()
  const total = query.data?.pages[0]?.total
  return (
    <DataTable
      density={density}
      {...table}
      rows={rows}
      rowCount={total?.relation === 'eq' ? total.value : undefined}
      hasMore={query.hasNextPage}
      isLoading={query.isPending}
      isRefreshing={query.isPlaceholderData}
      isLoadingMore={query.isFetchingNextPage}
      hasMoreFailed={query.isFetchNextPageError}
      onEndReached={() => void query.fetchNextPage()}
      error={
        // What is wrong with a search is said at the search.
        query.isError && !searchProblem(query.error) ? (
          <ErrorState
            title={errorTitle}
            text={failureText(query.error, m.errors_nothing_lost())}
            requestId={requestIdOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : undefined
      }
    />
  )
}
