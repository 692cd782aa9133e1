import { describe, expect, it } from 'vitest'
import { isOwnRequest, isUnsafe } from '#server/main/same-origin.ts'

const aPost = (headers: Record<string, string>) =>
  new Request('https://shop.example/api/v1/x', { method: 'POST', headers })

describe('isOwnRequest', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://shop.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://shop.example' }, true],
    [{ origin: 'http://shop.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
    [{ origin: 'https://shop.example', 'content-type': 'application/merge-patch+json' }, true],
    [{ origin: 'https://shop.example', 'content-type': 'text/plain;charset=utf-8' }, false],
    [{ origin: 'https://shop.example', 'content-type': 'multipart/form-data; boundary=x' }, false],
    [{ origin: 'https://shop.example', 'content-type': 'application/x-www-form-urlencoded' }, false],
  ])('%j: %s', (headers, own) => {
    expect(isOwnRequest(aPost(headers as Record<string, string>), 'https://shop.example')).toBe(own)
  })
})

describe('isUnsafe', () => {
  it.each([
    ['GET', false],
    ['HEAD', false],
    ['POST', true],
    ['PATCH', true],
    ['DELETE', true],
  ])('%s: %s', (method, unsafe) => {
    expect(isUnsafe(new Request('https://shop.example/', { method }))).toBe(unsafe)
  })
})
