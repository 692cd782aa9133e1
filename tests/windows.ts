import type { OpenChannel } from '#/shared/live/window-channel.ts'

/** The windows of one browser: apps that are given the same function hear each other, at once and never themselves. */
export function browserWindows(): OpenChannel {
  const listeners = new Map<string, Set<(message: never) => void>>()
  return (name, onMessage) => {
    const others = listeners.get(name) ?? new Set()
    listeners.set(name, others)
    const own = onMessage as (message: never) => void
    others.add(own)
    return {
      post: (message) => {
        for (const listen of others) if (listen !== own) listen(structuredClone(message) as never)
      },
      close: () => others.delete(own),
    }
  }
}
