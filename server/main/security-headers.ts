/** Hashes of what index.html holds inline, made when the app is built. */
export interface InlineHashes {
  scripts: string[]
  styles: string[]
}

/** What a page of the app may load and do: its own files, and the inline pieces known since the build. */
export function contentSecurityPolicy({ scripts, styles }: InlineHashes): string {
  const sources = (hashes: string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Answers of the API are data: a browser that shows one as a page may load nothing. */
const nothingAllowed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const forEverything = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/** A year; only said over HTTPS, where it means something. */
const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000' }

/** Headers of every answer. Without `policy` it is data, not a page. */
export function securityHeaders(options: { secure: boolean; policy?: string }): Record<string, string> {
  return {
    ...forEverything,
    ...(options.secure ? strictTransport : {}),
    'Content-Security-Policy': options.policy ?? nothingAllowed,
  }
}
