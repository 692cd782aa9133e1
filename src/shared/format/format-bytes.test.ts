import { expect, it } from 'vitest'
import { formatBytes } from '#/shared/format/format-bytes.ts'

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [15_000, '15 kB'],
  [800_000, '800 kB'],
  [800_001, '801 kB'],
  [999_999, '1,000 kB'],
  [1_400_000, '1.4 MB'],
])('says %i bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en-US')).toBe(text)
})
