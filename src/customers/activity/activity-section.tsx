import { styled } from '@mui/material/styles'
import { keepPreviousData, useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Activity } from '#/contract/activities.ts'
import { ActivityFeed } from '#/customers/activity/activity-feed.tsx'
import { ActivityFilters } from '#/customers/activity/activity-filters.tsx'
import { activityListQuery } from '#/customers/activity/activity.queries.ts'
import {
  activityViewSchema,
  filtersOf,
  isFiltered,
  plainView,
  type ActivityView,
} from '#/customers/activity/activity-view.ts'
import { GroupToggles } from '#/customers/activity/group-toggles.tsx'
import { LegacyEntries } from '#/customers/activity/legacy-entries.tsx'
import { useOpenTiles } from '#/customers/activity/use-open-tiles.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { useBeginAnew, useKeptPages } from '#/customers/record/record-feed.tsx'
import { countText } from '#/customers/record/section-counts.ts'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { searchProblemText } from '#/shared/filter/search-problem.ts'
import { useSettledWords } from '#/shared/filter/use-settled-words.ts'
import { zoneName } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

const Found = styled('output')({ ...type.meta, color: color.secondary, fontVariantNumeric: 'tabular-nums' })
const Zone = styled('p')({ ...type.meta, flex: 'none', color: color.secondary })

/** The pages that were loaded when the timeline was left are loaded again, so that its place is there. */
function useActivities(customerId: string, view: ActivityView, words: string) {
  const listed = activityListQuery(customerId, filtersOf(view, words))
  const pages = useKeptPages(customerId, 'activity')
  usePrefetchInfiniteQuery(pages > 1 ? { ...listed, pages } : listed)
  return useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
}

const nothing: readonly Activity[] = []

/** What happened to a customer, the newest first. */
export function ActivitySection({ customerId }: SectionProps) {
  const [view, keepView] = useKeptView(customerId, 'activity/view', activityViewSchema)
  const { typed, setTyped, words, isCardNumber } = useSettledWords()
  const beginAnew = useBeginAnew(customerId, 'activity')
  const query = useActivities(customerId, view, words)
  const tiles = useOpenTiles(customerId)
  const pages = query.data?.pages
  const activities = useMemo(() => pages?.flatMap(({ items }) => items) ?? nothing, [pages])
  const { counts, total } = pages?.[0] ?? {}
  const hasFilters = isFiltered(view, words)
  const problem = isCardNumber ? m.common_search_card_number() : searchProblemText(query.error)
  const change = (changed: Partial<ActivityView>) => {
    beginAnew()
    keepView({ ...view, ...changed })
  }
  const clear = () => {
    change(plainView)
    setTyped('')
  }
  const legacy = counts?.legacy ?? 0
  // What is wrong with a search is said at the search.
  const read = searchProblemText(query.error) ? { ...query, data: { pages: [], pageParams: [] }, error: null } : query

  return (
    <SectionFrame
      section="activity"
      query={read}
      total={hasFilters || query.isPlaceholderData ? undefined : total}
      isFilling
      skeleton={<RowsSkeleton columns={2} />}
      toolbar={
        <>
          {view.isLegacy ? null : (
            <>
              {hasFilters ? <Found>{total && m.activity_found({ shown: countText(total) })}</Found> : null}
              <ActivityFilters
                counts={counts}
                view={view}
                onChange={change}
                words={typed}
                onWords={(next) => {
                  beginAnew()
                  setTyped(next)
                }}
                problem={problem}
              />
            </>
          )}
          {view.isLegacy || legacy > 0 ? (
            // One button for there and back, so that it keeps the focus.
            <Button size="small" onClick={() => keepView({ ...view, isLegacy: !view.isLegacy })}>
              {view.isLegacy ? m.activity_legacy_back() : m.activity_legacy({ count: legacy })}
            </Button>
          ) : null}
        </>
      }
    >
      {(data) =>
        view.isLegacy ? (
          <LegacyEntries customerId={customerId} tiles={tiles} />
        ) : (
          <>
            <GroupToggles counts={counts} view={view} tiles={tiles} />
            {activities.length === 0 ? (
              <EmptyState
                title={hasFilters ? m.activity_no_match() : m.activity_empty()}
                text={hasFilters ? m.activity_no_match_text() : m.activity_empty_text()}
                action={
                  hasFilters ? <ClearButton onClick={clear}>{m.activity_clear_filters()}</ClearButton> : undefined
                }
              />
            ) : (
              <>
                <Zone>{m.activity_times_in({ zone: zoneName() })}</Zone>
                <ActivityFeed
                  customerId={customerId}
                  place="activity"
                  label={m.record_section_activity()}
                  query={query}
                  pages={data.pages.length}
                  activities={activities}
                  tiles={tiles}
                />
              </>
            )}
          </>
        )
      }
    </SectionFrame>
  )
}
