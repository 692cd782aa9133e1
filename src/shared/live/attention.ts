/** Whether somebody is at this window. */
export interface Attention {
  isGiven: () => boolean
  /** Hears of every change; gives the way to stop. */
  subscribe: (listener: () => void) => () => void
  stop: () => void
}

/** Who has not touched a window for this long is away, in milliseconds. */
export const awayAfterMs = 10 * 60_000

const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Attention is given to a window that is visible and was used lately. */
export function watchAttention(): Attention {
  const listeners = new Set<() => void>()
  let usedAt = performance.now()
  let isAway = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const look = () => {
    const left = usedAt + awayAfterMs - performance.now()
    isAway = left <= 0
    if (isAway) tell()
    else timer = setTimeout(look, left)
  }
  const use = () => {
    usedAt = performance.now()
    if (!isAway) return
    look()
    tell()
  }

  look()
  document.addEventListener('visibilitychange', tell)
  for (const name of uses) window.addEventListener(name, use, { capture: true, passive: true })
  return {
    isGiven: () => document.visibilityState === 'visible' && !isAway,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tell)
      for (const name of uses) window.removeEventListener(name, use, { capture: true })
    },
  }
}
