import { Button } from '#/shared/ui/button.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Tail } from '#/shared/table/table-styles.ts'

interface Props {
  hasMore?: boolean | undefined
  isLoadingMore?: boolean | undefined
  hasMoreFailed?: boolean | undefined
  onEndReached?: (() => void) | undefined
}

/** Below the last row: more is coming, could not come, or can be asked for. */
export function TableTail({ hasMore, isLoadingMore, hasMoreFailed, onEndReached }: Props) {
  if (!hasMore) return null
  if (isLoadingMore) {
    return (
      <Tail>
        <output>{m.common_loading_more()}</output>
      </Tail>
    )
  }
  return (
    <Tail role={hasMoreFailed ? 'alert' : undefined}>
      {hasMoreFailed ? m.common_more_failed() : null}
      <Button variant="text" onClick={onEndReached}>
        {hasMoreFailed ? m.common_retry() : m.common_show_more()}
      </Button>
    </Tail>
  )
}
