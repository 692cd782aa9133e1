import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Lets every answer come late, by up to so many milliseconds, so that answers overtake each other as they do in a real
 * network. A test that looks before there is something to see fails with it. Call it after the mocks have started; answers
 * what ends it.
 */
export function slowAnswers(milliseconds: number): () => void {
  const fetchAtOnce = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const response = await fetchAtOnce(input, init)
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    await sleep(Math.random() * milliseconds)
    signal?.throwIfAborted()
    return response
  }
  return () => {
    globalThis.fetch = fetchAtOnce
  }
}
