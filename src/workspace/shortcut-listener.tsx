import { useEffect, useState, type ComponentType } from 'react'

/**
 * Listens to the shortcuts of the workspace. The code for it comes after the first paint; without it, as when it cannot
 * be loaded, everything is still reached by pointer and Tab.
 */
export function ShortcutListener() {
  const [Listener, setListener] = useState<ComponentType>()

  useEffect(() => {
    void import('#/workspace/shortcut-bindings.ts').then(
      ({ ShortcutBindings }) => setListener(() => ShortcutBindings),
      () => undefined,
    )
  }, [])

  return Listener ? <Listener /> : null
}
