import { createHash } from 'node:crypto'
import type { InlineHashes } from '#server/main/security-headers.ts'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const styles = /<style\b[^>]*>([\s\S]*?)<\/style>/gi

/** Attributes that no hash can allow. */
const forbiddenAttributes = /<[a-z][^>]*\s(style|on[a-z]+)\s*=/i

/**
 * Hashes of the inline scripts and styles of a page, for its security policy. The empty style is among them: through an
 * element of that kind the styling library inserts its rules.
 */
export function inlineHashes(html: string): InlineHashes {
  const markup = html.replace(scripts, '').replace(styles, '')
  const forbidden = forbiddenAttributes.exec(markup)?.[1]
  if (forbidden) throw new Error(`index.html has an attribute "${forbidden}", which the security policy does not allow`)
  const inlineScripts = [...html.matchAll(scripts)].filter(([, attributes = '']) => !/\bsrc\s*=/i.test(attributes))
  return {
    scripts: inlineScripts.map(([, , text = '']) => hashOf(text)),
    styles: [...new Set(['', ...[...html.matchAll(styles)].map(([, text = '']) => text)])].map(hashOf),
  }
}
