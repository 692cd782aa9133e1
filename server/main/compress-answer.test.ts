import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressAnswer } from '#server/main/compress-answer.ts'

const long = JSON.stringify({ words: 'words '.repeat(500) })
const headers = { 'content-type': 'application/json', etag: '"7"', vary: 'Cookie' }
const asking = (accepted: string, method = 'GET') =>
  new Request('http://here/', { method, headers: { 'accept-encoding': accepted } })

describe('compressAnswer', () => {
  it('compresses what the other side takes and keeps the entity tag', async () => {
    const response = await compressAnswer(asking('gzip, br'), new Response(long, { headers }))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'br',
      etag: '"7"',
      vary: 'Cookie, Accept-Encoding',
    })
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(long)
  })

  it('knows gzip too, and problems', async () => {
    const problem = new Response(long, { status: 412, headers: { 'content-type': 'application/problem+json' } })
    const response = await compressAnswer(asking('gzip'), problem)
    expect([response.status, gunzipSync(await response.arrayBuffer()).toString()]).toEqual([412, long])
  })

  it.each([
    ['short bodies', asking('br'), new Response('{}', { headers })],
    ['who takes no encoding', asking('identity'), new Response(long, { headers })],
    ['who refuses ours', asking('br;q=0'), new Response(long, { headers })],
    ['other media types', asking('br'), new Response(long, { headers: { 'content-type': 'application/pdf' } })],
    ['empty answers', asking('br'), new Response(null, { status: 204 })],
  ])('leaves %s alone', async (_case, request, response) => {
    const { headers: answered } = await compressAnswer(request, response)
    expect(answered.get('content-encoding')).toBeNull()
  })
})
