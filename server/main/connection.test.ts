import { describe, expect, it } from 'vitest'
import { createConnection } from '#server/main/connection.ts'

const aRequest = (headers: Record<string, string> = {}) => new Request('http://inner:3000/api/v1/me', { headers })

const forwarded = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'shop.example',
  'x-forwarded-for': '6.6.6.6, 203.0.113.9',
}

describe('createConnection', () => {
  it('believes no forwarded header without a proxy', () => {
    const connection = createConnection(0)
    expect(connection.isSecure(aRequest(forwarded))).toBe(false)
    expect(connection.originOf(aRequest(forwarded))).toBe('http://inner:3000')
    expect(connection.addressOf(aRequest(forwarded), '10.0.0.1')).toBe('10.0.0.1')
  })

  it('believes what the nearest proxy says, not what the browser made up', () => {
    const connection = createConnection(1)
    expect(connection.isSecure(aRequest(forwarded))).toBe(true)
    expect(connection.originOf(aRequest(forwarded))).toBe('https://shop.example')
    expect(connection.addressOf(aRequest(forwarded), '10.0.0.1')).toBe('203.0.113.9')
  })

  it('falls back to the request itself when the proxy says nothing', () => {
    const connection = createConnection(1)
    expect(connection.originOf(aRequest())).toBe('http://inner:3000')
    expect(connection.addressOf(aRequest(), '10.0.0.1')).toBe('10.0.0.1')
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
  ])('counts %s as %s', (address, network) => {
    expect(createConnection(0).addressOf(aRequest(), address)).toBe(network)
  })
})
