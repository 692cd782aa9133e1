import { EventEmitter, once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { onStopSignal, prepareDrain } from '#server/main/shut-down.ts'

/** A server whose answers wait until the test gives them. */
async function aServer() {
  const pending: ServerResponse[] = []
  const server = createServer((_request, response) => {
    if (pending.push(response)) server.emit('pending')
  })
  const drain = prepareDrain(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = async () => {
    const arrived = once(server, 'pending')
    const request = get({ port, host: '127.0.0.1', agent })
    const answer = once(request, 'response') as Promise<[IncomingMessage]>
    await Promise.race([arrived, answer])
    return answer
  }
  return { server, port, drain, pending, agent, start: ask }
}

describe('prepareDrain', () => {
  it('waits for a request that runs, and not for the connection that it kept alive', async () => {
    const { server, drain, pending, agent, start } = await aServer()
    const asked = start()
    await once(server, 'pending')
    const drained = drain()
    pending[0]?.end('done')
    const [answer] = await asked
    const text = Buffer.concat(await answer.toArray()).toString()
    expect([await drained, text]).toEqual([true, 'done'])
    agent.destroy()
  })

  it('takes no new connections', async () => {
    const { server, drain } = await aServer()
    const drained = drain()
    expect(server.listening).toBe(false)
    expect(await drained).toBe(true)
  })

  it('does not wait for connections that were only opened', async () => {
    const { server, port, drain } = await aServer()
    const socket = connect(port, '127.0.0.1')
    await once(server, 'connection')
    expect(await drain()).toBe(true)
    await once(socket.resume(), 'close')
  })

  it('cuts off what does not finish', async () => {
    const { server, drain, start, agent } = await aServer()
    const failure = start().catch((error: unknown) => error)
    await once(server, 'pending')
    expect(await drain(20)).toBe(false)
    expect(await failure).toMatchObject({ message: 'socket hang up' })
    agent.destroy()
  })
})

describe('onStopSignal', () => {
  function aProcess() {
    const signals = new EventEmitter()
    const clock = { now: 0 }
    const heard: string[] = []
    onStopSignal(
      signals,
      () => clock.now,
      () => heard.push('stop'),
      () => heard.push('abandon'),
    )
    return { signals, clock, heard }
  }

  it('stops at the first signal and gives up at another one', () => {
    const { signals, clock, heard } = aProcess()
    signals.emit('SIGTERM')
    clock.now = 5000
    signals.emit('SIGINT')
    expect(heard).toEqual(['stop', 'abandon'])
  })

  it('takes the copy that npm passes on for the same signal', () => {
    const { signals, clock, heard } = aProcess()
    signals.emit('SIGINT')
    clock.now = 300
    signals.emit('SIGINT')
    expect(heard).toEqual(['stop'])
  })
})
