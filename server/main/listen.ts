import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { createHttpApp } from '#server/main/http-app.ts'
import { StartError } from '#server/main/start-error.ts'

/** Longer than proxies usually keep a connection, so that it is they who close it. */
const keepAliveMs = 65_000

/** Listens, and gives the port that it really is. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function explain(error: unknown, port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') {
    const advice = 'end what runs there, or choose another one with PORT'
    return new StartError('portInUse', `Port ${port} of ${host} is in use: ${advice}.`, { cause: error })
  }
  if (code === 'EACCES') {
    const advice = 'choose a PORT from 1024 on'
    return new StartError('noRights', `This account may not listen on port ${port}: ${advice}.`, { cause: error })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const advice = 'set HOST to an address of this machine'
    return new StartError('configuration', `This machine has no address ${host}: ${advice}.`, { cause: error })
  }
  return error
}

/** Fails early when the port cannot be had, before a database is opened or filled. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer()
  try {
    await listen(probe, port, host)
  } catch (error) {
    throw explain(error, port, host)
  }
  await new Promise((resolve) => probe.close(resolve))
}

/** Answers requests with the app from now on. */
export async function serveHttp(app: ReturnType<typeof createHttpApp>, port: number, host: string) {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { keepAliveTimeout: keepAliveMs } }) as Server
  try {
    return { server, port: await listen(server, port, host) }
  } catch (error) {
    throw explain(error, port, host)
  }
}
