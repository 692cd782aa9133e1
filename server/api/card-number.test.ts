import { expect, it } from 'vitest'
import { holdsCardNumber } from '#server/api/card-number.ts'

it.each([
  '4111111111111111',
  'card 4111 1111 1111 1111, exp 12/27',
  '4111-1111-1111-1111',
  '3782 822463 10005',
  '12/27 4111.1111.1111.1111',
  '4111111111111111 12 27 123',
  '４１１１１１１１１１１１１１１１',
])('finds the number in %j', (text) => {
  expect(holdsCardNumber(text)).toBe(true)
})

it.each([
  '',
  'call back at 5',
  '4111 1111 1111 1112',
  '411111111111',
  '+1 514 555 0123',
  '20261122170811',
  '2026-11-22',
])('finds none in %j', (text) => {
  expect(holdsCardNumber(text)).toBe(false)
})
