import type { Server } from 'node:http'

/** How long requests that run may take to finish. */
const patienceMs = 10_000

/** How often connections that have become idle are closed meanwhile. */
const sweepMs = 50

/** `npm start` passes on the signal that the terminal has sent already; so soon after, it is the same one. */
const sameSignalMs = 1000

interface Signals {
  on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown
}

/** Calls `stop` at the first signal and `abandon` at another one later. */
export function onStopSignal(signals: Signals, now: () => number, stop: () => void, abandon: () => void): void {
  let firstAt: number | undefined
  const hear = () => {
    if (firstAt === undefined) {
      firstAt = now()
      stop()
    } else if (now() - firstAt > sameSignalMs) abandon()
  }
  signals.on('SIGTERM', hear)
  signals.on('SIGINT', hear)
}

/** Takes no more connections and waits for the requests that run; true when all of them could finish. */
export async function drain(server: Server, patience = patienceMs): Promise<boolean> {
  // A connection kept alive would bring its next request to a server that is closing.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
  const sweeping = setInterval(() => server.closeIdleConnections(), sweepMs)
  let timer: NodeJS.Timeout | undefined
  const overdue = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const finished = await Promise.race([closed, overdue])
  clearTimeout(timer)
  clearInterval(sweeping)
  if (!finished) server.closeAllConnections()
  return finished
}
