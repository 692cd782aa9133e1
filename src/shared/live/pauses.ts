import type { Attention } from '#/shared/live/attention.ts'

/** Waiting that ends early when there is reason to. */
export function createPauses(attention: Attention) {
  let hurry: () => void = () => undefined
  return {
    /** Settles after a while; earlier when the network is back, when told to hurry, or when the signal is given. */
    pause: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer)
          window.removeEventListener('online', end)
          signal.removeEventListener('abort', end)
          hurry = () => undefined
          resolve()
        }
        const timer = setTimeout(end, ms)
        window.addEventListener('online', end)
        signal.addEventListener('abort', end)
        hurry = end
      }),
    hurry: () => hurry(),
    /** Settles once somebody is at the window, or when the signal is given. */
    waitForAttention: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!attention.isGiven() && !signal.aborted) return
          unsubscribe()
          signal.removeEventListener('abort', look)
          resolve()
        }
        const unsubscribe = attention.subscribe(look)
        signal.addEventListener('abort', look)
        look()
      }),
  }
}
