import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState, type ComponentType } from 'react'

/**
 * Listens to the shortcuts of the workspace. The code for it comes when nothing else is on its way any more; without it,
 * as when it cannot be loaded, everything is still reached by pointer and Tab.
 */
export function ShortcutListener() {
  const [Listener, setListener] = useState<ComponentType>()
  const isWaiting = useIsFetching() > 0

  useEffect(() => {
    if (isWaiting || Listener) return
    void import('#/workspace/shortcut-bindings.ts').then(
      ({ ShortcutBindings }) => setListener(() => ShortcutBindings),
      () => undefined,
    )
  }, [isWaiting, Listener])

  return Listener ? <Listener /> : null
}
