import { expect, it } from 'vitest'
import { instantFromSql } from '#server/store/sql/column-kinds.ts'

it.each([
  ['2026-01-31 09:08:07+00', '2026-01-31T09:08:07.000Z'],
  ['2026-01-31 09:08:07.1+00', '2026-01-31T09:08:07.100Z'],
  ['2026-01-31 09:08:07.123+00', '2026-01-31T09:08:07.123Z'],
  ['2026-01-31 23:08:07.12-05', '2026-02-01T04:08:07.120Z'],
  ['2026-01-31 05:38:07.12+05:30', '2026-01-31T00:08:07.120Z'],
])('reads %s whatever the time zone of the session', (value, instant) => {
  expect(instantFromSql(value)).toBe(instant)
})
