import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightParts, wordsOf } from '#/shared/format/highlight.ts'

/** Matches in brackets. */
const marked = (text: string, search: string) =>
  highlightParts(text, wordsOf(search))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('')

describe('wordsOf', () => {
  it.each([
    ['anna müller', ['anna', 'muller']],
    ['"Anna  Müller" x', ['anna muller', 'x']],
    ['email:anna@x.org mül*', ['anna@x.org', 'mul']],
    ['-status:inactive tier:vip', ['vip']],
    ['city:"New York"', ['new york']],
    ['  ', []],
  ])('finds the words of %s', (search, words) => {
    expect(wordsOf(search)).toEqual(words)
  })
})

describe('highlightParts', () => {
  it.each([
    ['Ada Park', 'par', 'Ada [Par]k'],
    ['Zoë Müller', 'muller zoe', '[Zoë] [Müller]'],
    ['Straße 5', 'strasse', '[Straße] 5'],
    ['Mu\u0308ller', 'mül', '[Mu\u0308l]ler'],
    ['ﬁnance', 'fin', '[ﬁn]ance'],
    ['Anna Banana', 'an', '[An]na Banana'],
    ['Anna Banana', 'ana', 'Anna B[anana]'],
    ['Bo Lind', 'xyz', 'Bo Lind'],
    ['+1 514 555 0123', '5550123', '+1 514 [555 0123]'],
    ['C-10427', '10427', 'C-[10427]'],
    ['New   York', '"new york"', '[New   York]'],
    ['李小龙', '李小', '[李小]龙'],
    ['Anna 1', '+--', 'Anna 1'],
    ['a +-- 1', '+--', 'a [+--] 1'],
  ])('marks in %s what %s finds', (text, search, result) => {
    expect(marked(text, search)).toBe(result)
  })

  it('never changes the text', () => {
    const letter = constantFrom('a', 'b', 'ß', 'é', 'e\u0301', 'ﬁ', ' ', '1', '👩‍👧', 'İ', 'ø')
    const phone = string({ unit: constantFrom('+', '-', '.', '(', '1'), maxLength: 5 })
    assert(
      property(array(letter), array(oneof(string({ maxLength: 3 }), phone)), (letters, words) => {
        const text = letters.join('')
        return (
          highlightParts(text, [...words, 'a', 'ss', 'fi'])
            .map((part) => part.text)
            .join('') === text
        )
      }),
    )
    expect(highlightParts('', ['a'])).toEqual([])
  })
})
