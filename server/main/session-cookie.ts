import { parse, serialize } from 'hono/utils/cookie'

/** The `__Host-` name makes browsers refuse a cookie that another host or plain HTTP tries to plant. */
const nameOf = (secure: boolean) => (secure ? '__Host-session' : 'session')

/** The token of the request, if it carries one. */
export function readSessionCookie(request: Request, secure: boolean): string | undefined {
  const name = nameOf(secure)
  return parse(request.headers.get('cookie') ?? '', name)[name] || undefined
}

function printCookie(value: string, secure: boolean, maxAge?: number): string {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', ...(maxAge === undefined ? {} : { maxAge }) } as const
  return secure
    ? serialize(nameOf(true), value, { ...options, secure: true })
    : serialize(nameOf(false), value, options)
}

/** Ends with the browser; how long the session itself lives is the server's business. */
export const printSessionCookie = (token: string, secure: boolean) => printCookie(token, secure)

export const clearSessionCookie = (secure: boolean) => printCookie('', secure, 0)
