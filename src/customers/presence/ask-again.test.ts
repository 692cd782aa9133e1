import { expect, it } from 'vitest'
import type { Presence } from '#/contract/presence.ts'
import { askAgainIn } from '#/customers/presence/presence.queries.ts'

const now = Date.parse('2026-11-22T10:00:00.000Z')
const seen = (secondsAgo: number): Presence => ({
  staffId: 'lee',
  displayName: 'Lee Wong',
  section: null,
  editing: false,
  itemId: null,
  at: new Date(now - secondsAgo * 1000).toISOString(),
})

it('asks for nobody when nobody is there', () => {
  expect(askAgainIn([], now)).toBe(false)
})

it('asks when the one who was silent longest could have gone', () => {
  expect(askAgainIn([seen(1), seen(4)], now)).toBe(8200)
})

it('asks neither at once nor late, whatever the clocks say', () => {
  expect(askAgainIn([seen(600)], now)).toBe(3000)
  // The own clock is behind.
  expect(askAgainIn([seen(-3600), seen(-3594)], now)).toBe(6200)
  expect(askAgainIn([seen(0)], now)).toBe(12_000)
})
