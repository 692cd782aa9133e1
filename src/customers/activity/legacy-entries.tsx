import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { legacyListQuery } from '#/customers/activity/activity.queries.ts'
import { ActivityFeed } from '#/customers/activity/activity-feed.tsx'
import type { OpenTiles } from '#/customers/activity/use-open-tiles.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

const Note = styled('p')({ ...type.table, flex: 'none', marginBottom: 8, color: color.secondary })

/** What no filter knows, by itself. */
export function LegacyEntries({ customerId, tiles }: { customerId: string; tiles: OpenTiles }) {
  const query = useInfiniteQuery(legacyListQuery(customerId))
  const { data, error } = query
  const activities = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  return (
    <>
      <Note>{m.activity_legacy_text()}</Note>
      {data ? (
        activities.length === 0 ? (
          <EmptyState title={m.activity_legacy_empty()} />
        ) : (
          <ActivityFeed
            customerId={customerId}
            place="activity/legacy"
            label={m.activity_legacy({ count: activities.length })}
            query={query}
            pages={data.pages.length}
            activities={activities}
            tiles={tiles}
          />
        )
      ) : error ? (
        <ErrorState
          title={m.errors_load()}
          text={failureText(error, m.errors_nothing_lost())}
          requestId={requestIdOf(error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <RowsSkeleton />
      )}
    </>
  )
}
