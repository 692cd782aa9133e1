import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatInstant,
  formatLocalDate,
  formatRelative,
  presentInstant,
  zoneName,
} from '#/shared/format/format-time.ts'

const now = Date.UTC(2026, 10, 22, 12)
const en = { locale: 'en-GB', timeZone: 'UTC' }
const plain = (text: string) => text.replaceAll('\u202F', ' ')

describe('presentInstant', () => {
  it.each([null, undefined, '', 'soon', '1900-12-31T00:00:00Z', '1753-01-01T00:00:00Z', '0001-01-01T00:00:00Z'])(
    'counts %j as never',
    (at) => {
      expect(presentInstant(at)).toBeNull()
    },
  )

  it('keeps every real instant', () => {
    expect(presentInstant('1901-01-01T00:00:00Z')).toBe('1901-01-01T00:00:00Z')
  })
})

describe('formatRelative', () => {
  it.each([
    ['2026-11-22T11:59:40Z', 'just now'],
    ['2026-11-22T11:58:00Z', '2 minutes ago'],
    ['2026-11-22T09:10:00Z', '2 hours ago'],
    ['2026-11-21T10:00:00Z', '1 day ago'],
    ['2026-11-15T12:00:01Z', '6 days ago'],
    ['2026-11-15T12:00:00Z', '15 Nov 2026'],
    ['2026-11-24T13:00:00Z', 'in 2 days'],
    ['2021-03-12T10:00:00Z', '12 Mar 2021'],
  ])('shows %s as %s', (at, text) => {
    expect(formatRelative(at, { ...en, now })).toBe(text)
  })
})

it('says an instant in full, with its zone', () => {
  expect(plain(formatInstant('2026-03-12T14:05:00Z', en))).toBe('12 Mar 2026, 14:05 UTC')
  expect(plain(formatInstant('2026-03-12T14:05:00Z', { locale: 'en-GB', timeZone: 'Asia/Tokyo' }))).toBe(
    '12 Mar 2026, 23:05 GMT+9',
  )
})

it('gives the day where the reader is', () => {
  expect(formatDay('2026-03-12T23:30:00Z', { locale: 'en-GB', timeZone: 'Europe/Berlin' })).toBe('13 Mar 2026')
})

it('never moves a date by a zone', () => {
  expect(formatLocalDate('2024-02-29', 'en-GB')).toBe('29 Feb 2024')
})

it('names the zone of the page', () => {
  expect(zoneName('en')).not.toBe('')
})
