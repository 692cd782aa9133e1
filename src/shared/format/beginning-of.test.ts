import { expect, it } from 'vitest'
import { beginningOf } from '#/shared/format/beginning-of.ts'

it('shows a short text whole', () => {
  expect(beginningOf('One\ntwo\nthree')).toBeUndefined()
  expect(beginningOf(Array.from({ length: 8 }, () => 'line').join('\n'))).toBeUndefined()
})

it('begins with the first eight lines', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  expect(beginningOf(lines.join('\n'))).toBe(lines.slice(0, 8).join('\n'))
})

it('cuts a long line between words', () => {
  const text = 'several words '.repeat(100)
  const beginning = beginningOf(text) ?? ''
  expect(text.startsWith(beginning)).toBe(true)
  expect(beginning).toMatch(/(several|words)$/)
  expect(beginning.length).toBeLessThanOrEqual(700)
})

it('cuts a text without words between its signs', () => {
  const beginning = beginningOf('😀'.repeat(1000)) ?? ''
  expect(beginning.length).toBe(700)
  expect(beginning.isWellFormed()).toBe(true)
  expect(beginningOf('a' + '😀'.repeat(1000))?.isWellFormed()).toBe(true)
})
