import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SearchSyntaxError, parseSearch } from '#server/api/search-query.ts'
import type { FieldKind, Term } from '#server/api/search-query.ts'

const fields: Record<string, FieldKind> = { email: 'text', status: 'text', registered: 'date' }
const parse = (text: string) => parseSearch(text, fields)
const failure = (text: string) => {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof SearchSyntaxError) return [error.code, error.offset]
    throw error
  }
  return undefined
}

it('reads words, phrases, beginnings and their opposites', () => {
  expect(parse(' anna  "van der  Berg" mül* -gone ')).toEqual([
    { offset: 1, negated: false, value: 'anna', phrase: false, prefix: false },
    { offset: 7, negated: false, value: 'van der  Berg', phrase: true, prefix: false },
    { offset: 23, negated: false, value: 'mül', phrase: false, prefix: true },
    { offset: 28, negated: true, value: 'gone', phrase: false, prefix: false },
  ])
})

it('reads fields, also with a phrase as their value', () => {
  expect(parse('email:anna@* -status:"blocked"')).toEqual([
    { offset: 0, negated: false, field: 'email', value: 'anna@', phrase: false, prefix: true },
    { offset: 13, negated: true, field: 'status', value: 'blocked', phrase: true, prefix: false },
  ])
})

it.each<[string, Term['dates']]>([
  ['2025-01-31', { from: '2025-01-31T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z' }],
  ['>=2025-01-31', { from: '2025-01-31T00:00:00.000Z' }],
  ['>2025-01-31', { from: '2025-02-01T00:00:00.000Z' }],
  ['<2025-01-31', { to: '2025-01-31T00:00:00.000Z' }],
  ['<=2025-01-31', { to: '2025-02-01T00:00:00.000Z' }],
  ['2025-01-01..2025-01-31', { from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z' }],
  ['..2025-01-31', { to: '2025-02-01T00:00:00.000Z' }],
  ['never', 'never'],
])('reads the dates %s', (value, dates) => {
  expect(parse(`registered:${value}`)[0]?.dates).toEqual(dates)
})

it('says where it cannot make sense of the text', () => {
  expect(failure('anna colour:red')).toEqual(['unknown-field', 5])
  expect(failure('constructor:x')).toEqual(['unknown-field', 0])
  expect(failure('a registered:2025-02-30')).toEqual(['broken-value', 2])
  expect(failure('registered:2025..')).toEqual(['broken-value', 0])
  expect(failure('registered:..')).toEqual(['broken-value', 0])
  expect(failure('email:')).toEqual(['broken-value', 0])
  expect(failure('a b c d e f g h i j k')).toEqual(['too-many-terms', 20])
})

it('overlooks what is still being typed', () => {
  expect(parse('anna -')).toHaveLength(1)
  expect(parse('anna *')).toHaveLength(1)
  expect(parse('"anna mü')).toMatchObject([{ value: 'anna mü', phrase: true }])
  expect(parse('10:30')).toMatchObject([{ value: '10:30' }])
})

const wordArbitrary = fc.stringMatching(/^[^\s":*-][^\s":*]{0,8}$/u)
const termArbitrary = fc.record({
  negated: fc.boolean(),
  field: fc.option(fc.constantFrom('email', 'status'), { nil: undefined }),
  value: fc.oneof(
    wordArbitrary,
    fc.tuple(wordArbitrary, wordArbitrary).map((words) => words.join(' ')),
  ),
  prefix: fc.boolean(),
})

it('reads back what was printed', () => {
  fc.assert(
    fc.property(fc.array(termArbitrary, { maxLength: 10 }), (terms) => {
      const printed = terms.map(({ negated, field, value, prefix }) => {
        const text = value.includes(' ') ? `"${value}"` : `${value}${prefix ? '*' : ''}`
        return `${negated ? '-' : ''}${field ? `${field}:` : ''}${text}`
      })
      const read = parse(printed.join(' '))
      expect(read.map(({ negated, field, value }) => ({ negated, field, value }))).toEqual(
        terms.map(({ negated, field, value }) => ({ negated, field, value })),
      )
    }),
  )
})

const nastyCharacters = [
  '"',
  ':',
  '*',
  '-',
  ' ',
  '.',
  'a',
  'é',
  '😀',
  '\0',
  '\ud800',
  '%',
  '_',
  '\\',
  "'",
  '\u202e',
  'email:',
  'registered:',
]
const nastyText = fc.array(fc.constantFrom(...nastyCharacters), { maxLength: 60 }).map((parts) => parts.join(''))

it('either reads a text or refuses it with a place inside', () => {
  const isPlacedInside = fc.property(nastyText, (text) => Number(failure(text)?.[1] ?? -1) < text.length)
  expect(fc.check(isPlacedInside)).toMatchObject({ failed: false })
})
