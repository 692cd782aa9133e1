import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inlineHashes } from '#server/build/inline-hashes.ts'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

describe('inlineHashes', () => {
  it('hashes the exact text between the tags', () => {
    const html = '<head><style>\n b { } </style><script>\n  boot()\n</script><script src="/a.js"></script></head>'
    expect(inlineHashes(html).scripts).toEqual([hashOf('\n  boot()\n')])
    expect(inlineHashes(html).styles).toEqual([hashOf(''), hashOf('\n b { } ')])
  })

  it('does not look into the text of a script for attributes', () => {
    expect(inlineHashes('<script>x = "<b style=\'\'>"</script>').scripts).toHaveLength(1)
  })

  it.each(['<div style="color:red">', '<body onload="go()">', '<p\n  STYLE = "x">'])('refuses %s', (html) => {
    expect(() => inlineHashes(html)).toThrow('does not allow')
  })
})
