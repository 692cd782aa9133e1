import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long requests that run may take to finish. */
const patienceMs = 10_000

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

/**
 * Watches the connections of a server. What comes back ends it: no more connections, and the requests that run may finish;
 * true when all of them could. Browsers also open connections ahead of need, which Node would wait for.
 */
export function prepareDrain(server: Server): (patience?: number) => Promise<boolean> {
  const running = new Map<Socket, number>()
  let isDraining = false
  const count = (socket: Socket, change: number) => {
    const requests = (running.get(socket) ?? 0) + change
    running.set(socket, requests)
    if (isDraining && requests === 0) socket.destroySoon()
  }
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0)
    socket.once('close', () => running.delete(socket))
  })
  server.prependListener('request', (request, response) => {
    count(request.socket, 1)
    response.once('close', () => count(request.socket, -1))
  })

  return async (patience = patienceMs) => {
    isDraining = true
    const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
    for (const [socket, requests] of running) if (requests === 0) socket.destroySoon()
    let timer: NodeJS.Timeout | undefined
    const overdue = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patience)
    })
    const finished = await Promise.race([closed, overdue])
    clearTimeout(timer)
    if (!finished) server.closeAllConnections()
    return finished
  }
}
