import { isIPv6 } from 'node:net'

/** What the other end of a request is, as far as the proxies in front may be believed. */
export interface Connection {
  isSecure: (request: Request) => boolean
  /** Scheme and host as the browser sees them. */
  originOf: (request: Request) => string
  /** Where the request comes from; all of an IPv6 network counts as one. */
  addressOf: (request: Request, socketAddress: string | undefined) => string
}

/** The first four of the eight groups: what one customer of a provider gets. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [before = '', after] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return groups.slice(0, 4).join(':')
}

/** `proxies` is how many stand in front of us; each appends to the `X-Forwarded-*` lists, so we count from the right. */
export function createConnection(proxies: number): Connection {
  const forwarded = (request: Request, name: string) => {
    if (proxies === 0) return undefined
    const values = request.headers.get(name)?.split(',') ?? []
    return (values.at(-proxies) ?? values[0])?.trim()
  }
  const schemeOf = (request: Request) =>
    forwarded(request, 'x-forwarded-proto')?.toLowerCase() ?? new URL(request.url).protocol.slice(0, -1)

  return {
    isSecure: (request) => schemeOf(request) === 'https',
    originOf: (request) =>
      `${schemeOf(request)}://${forwarded(request, 'x-forwarded-host') ?? new URL(request.url).host}`.toLowerCase(),
    addressOf: (request, socketAddress) =>
      networkOf(forwarded(request, 'x-forwarded-for') ?? socketAddress ?? 'unknown'),
  }
}
