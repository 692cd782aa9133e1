import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

/** Smaller bodies fit into one packet anyway. */
const worthCompressing = 1024

const jsonTypes = /^application\/([\w.-]+\+)?json\b/

const compressors = {
  br: (body: Uint8Array) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body, { level: 6 }),
}
export type Encoding = keyof typeof compressors

/** The best of ours that the other side takes. */
export function acceptedEncodings(header: string | null): Encoding[] {
  const accepted = parseAccept(header ?? '')
  const any = accepted.find(({ type }) => type === '*')?.q ?? 0
  const weight = (encoding: Encoding) => accepted.find(({ type }) => type.toLowerCase() === encoding)?.q ?? any
  return (['br', 'gzip'] as const).filter((encoding) => weight(encoding) > 0)
}

/**
 * Compresses JSON beyond 1 KiB. The entity tag stays as it is: it names a version of a record that clients send back in
 * `If-Match`, not the bytes of one encoding.
 */
export async function compressAnswer(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (response.body === null || response.headers.has('content-encoding') || !jsonTypes.test(type)) return response
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const body = new Uint8Array(await response.arrayBuffer())
  const [encoding] = acceptedEncodings(request.headers.get('accept-encoding'))
  if (!encoding || body.byteLength < worthCompressing || request.method === 'HEAD') {
    return new Response(body, { status: response.status, headers })
  }
  headers.set('Content-Encoding', encoding)
  headers.delete('Content-Length')
  const compressed = await compressors[encoding](body)
  return new Response(new Uint8Array(compressed), { status: response.status, headers })
}
