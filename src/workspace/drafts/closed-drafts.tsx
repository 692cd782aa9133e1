import { Suspense } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import type { ClosedDraftsProps } from '#/workspace/drafts/closed-drafts-view.tsx'
import { useDraftsState } from '#/workspace/drafts/drafts.ts'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { useOpenIds } from '#/workspace/record-titles.tsx'

const view = lazyPart<ClosedDraftsProps>(
  async () => (await import('#/workspace/drafts/closed-drafts-view.tsx')).ClosedDraftsView,
)

/** Drafts of records that are not open: they are not forgotten, and lead back to where they were typed. */
export function ClosedDrafts({ kind }: { kind: RecordKind }) {
  const open = useOpenIds()
  const ids = useDraftsState(
    useShallow(({ slots }) => {
      const drafted = Object.values(slots).flatMap(({ wanted, place }) => (wanted ? [place.recordId] : []))
      return [...new Set(drafted)].filter((id) => !open.includes(id))
    }),
  )
  if (ids.length === 0) return null
  return (
    <Suspense fallback={null}>
      <view.Body kind={kind} ids={ids} />
    </Suspense>
  )
}
