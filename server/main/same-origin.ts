const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Media types that a form of another site can send without asking. */
const formTypes = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i

export const isUnsafe = (request: Request) => !safeMethods.has(request.method)

/** True when a page of this very site made the request; `origin` is ours as the browser sees it. */
export function isOwnRequest(request: Request, origin: string): boolean {
  if (formTypes.test(request.headers.get('content-type') ?? '')) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin')?.toLowerCase() === origin
}
