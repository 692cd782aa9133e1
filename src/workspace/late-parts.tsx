import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState, type ComponentType } from 'react'

/**
 * What the first page can do without: shortcuts, drafts, what is told of open records. The code for it comes when nothing else
 * is on its way any more; without it, as when it cannot be loaded, everything is still reached by pointer and Tab.
 */
export function LateParts() {
  const [Parts, setParts] = useState<ComponentType>()
  const isWaiting = useIsFetching() > 0

  useEffect(() => {
    if (isWaiting || Parts) return
    void import('#/workspace/late-parts-view.tsx').then(
      ({ LatePartsView }) => setParts(() => LatePartsView),
      () => undefined,
    )
  }, [isWaiting, Parts])

  return Parts ? <Parts /> : null
}
