import { styled } from '@mui/material/styles'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { FeedList, type FeedListProps } from '#/shared/feed/feed-list.tsx'
import { TableTail } from '#/shared/table/table-tail.tsx'
import { useRememberedScroll } from '#/workspace/use-remembered-scroll.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Room for the rings of what has the focus, which the scroller would cut off. */
const Scroller = styled('div')({
  flex: '1 0 320px',
  minHeight: 320,
  overflow: 'auto',
  overscrollBehavior: 'contain',
  // The list itself keeps what is read in its place.
  overflowAnchor: 'none',
  margin: '0 -4px',
  padding: '4px 4px 0',
})

/** Pixels before the end at which more is asked for. */
const endDistance = 1200
/** Pages that are loaded again at once when a list is shown where it was left; further ones come by scrolling. */
const keptPagesAtMost = 20

type EndlessQuery = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
>

/** How many pages of a list were loaded when it was left. */
export function useKeptPages(customerId: string, place: string): number {
  const kept = useWorkspace().recall(customerId, `${place}/pages`)
  return typeof kept === 'number' && kept > 0 ? Math.min(Math.trunc(kept), keptPagesAtMost) : 1
}

/** Another list begins at its beginning. */
export function useBeginAnew(customerId: string, place: string): () => void {
  const workspace = useWorkspace()
  return () => {
    workspace.remember(customerId, `${place}/list`, [0, 0])
    workspace.remember(customerId, `${place}/pages`, 1)
  }
}

interface Props<T> extends Omit<FeedListProps<T>, 'scroller' | 'initialOffset' | 'hasMore'> {
  customerId: string
  /** Name of the list within the record. */
  place: string
  query: EndlessQuery
  /** How many pages are loaded. */
  pages: number
}

/** An endless list of a record, which is where it was left when the record is shown again. */
export function RecordFeed<T>({ customerId, place, query, pages, ...list }: Props<T>) {
  const workspace = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const remember = useRememberedScroll(customerId, `${place}/list`)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      return remember(element)
    },
    [remember],
  )
  const kept = workspace.recall(customerId, `${place}/list`)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query

  const askForMore = useCallback(() => {
    const element = scroller.current
    if (!element || element.scrollHeight === 0 || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
    if (element.scrollHeight - element.scrollTop - element.clientHeight < endDistance) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  useLayoutEffect(() => askForMore(), [askForMore])

  return (
    <Scroller
      ref={attach}
      onScroll={() => {
        workspace.remember(customerId, `${place}/pages`, pages)
        askForMore()
      }}
    >
      <FeedList
        {...list}
        scroller={scroller}
        initialOffset={Array.isArray(kept) ? Number(kept[0]) : 0}
        hasMore={hasNextPage}
      />
      <TableTail
        hasMore={hasNextPage}
        isLoadingMore={isFetchingNextPage}
        hasMoreFailed={isFetchNextPageError}
        onEndReached={() => void fetchNextPage()}
      />
    </Scroller>
  )
}
