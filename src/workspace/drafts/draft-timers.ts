/** So long the typing has to pause before it is stored, and so long it is stored at the latest; in milliseconds. */
const pause = 250
const atMost = 700
/** After this time a window stores what another one typed and did not store. */
const inCaseAfter = 3000
const firstRetry = 1000
const longestRetry = 30_000

/** When drafts are sent. Nothing runs while nothing waits. */
export class DraftTimers {
  readonly #send: (key: string) => void
  readonly #tryAgain: () => void
  readonly #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; dueBy: number }>()
  #retry: ReturnType<typeof setTimeout> | undefined
  #wait = firstRetry

  constructor(send: (key: string) => void, tryAgain: () => void) {
    this.#send = send
    this.#tryAgain = tryAgain
  }

  /** When the typing pauses, and within a second however long it goes on. */
  soon(key: string) {
    const now = performance.now()
    const dueBy = this.#waiting.get(key)?.dueBy ?? now + atMost
    this.#set(key, Math.max(0, Math.min(pause, dueBy - now)), dueBy)
  }

  inCase(key: string) {
    this.#set(key, inCaseAfter, performance.now() + inCaseAfter)
  }

  #set(key: string, wait: number, dueBy: number) {
    this.cancel(key)
    const run = () => {
      this.#waiting.delete(key)
      this.#send(key)
    }
    this.#waiting.set(key, { timer: setTimeout(run, wait), dueBy })
  }

  has(key: string): boolean {
    return this.#waiting.has(key)
  }

  cancel(key: string) {
    clearTimeout(this.#waiting.get(key)?.timer)
    this.#waiting.delete(key)
  }

  /** All of it again, after a time that doubles with every failure; `seconds` is what the server asked for. */
  later(seconds?: number) {
    if (this.#retry !== undefined) return
    const run = () => {
      this.#retry = undefined
      this.#tryAgain()
    }
    this.#retry = setTimeout(run, seconds === undefined ? this.#wait : seconds * 1000)
    this.#wait = Math.min(this.#wait * 2, longestRetry)
  }

  /** The server answers: the next failure waits as short as the first. */
  worked() {
    this.#wait = firstRetry
  }

  stop() {
    for (const key of this.#waiting.keys()) this.cancel(key)
    clearTimeout(this.#retry)
    this.#retry = undefined
  }
}
