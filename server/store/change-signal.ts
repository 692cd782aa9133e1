/** Tells listeners that the log of changes may have grown. */
export interface ChangeSignal {
  watch: (listener: () => void) => () => void
  tell: () => void
}

/** `onWatched` is called when somebody begins to listen for the first time. */
export function createChangeSignal(onWatched?: () => void): ChangeSignal {
  const listeners = new Set<() => void>()
  let isWatched = false
  return {
    watch: (listener) => {
      // So that one function can listen twice.
      const own = () => listener()
      listeners.add(own)
      if (!isWatched) onWatched?.()
      isWatched = true
      return () => {
        listeners.delete(own)
      }
    },
    tell: () => {
      for (const listener of listeners) listener()
    },
  }
}
