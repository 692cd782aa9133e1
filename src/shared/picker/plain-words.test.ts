import { expect, it } from 'vitest'
import { plainWords } from '#/shared/picker/plain-words.ts'

it.each([
  ['  north  wind ', 'north wind'],
  ['Saint-Exupéry', 'Saint-Exupéry'],
  ['-closed "Blue Lantern" org:1 *', 'closed Blue Lantern org 1'],
  ['a b c d e f g h i j k', 'a b c d e f g h i j'],
  ['"', ''],
])('makes of %s the words %s', (typed, words) => expect(plainWords(typed)).toBe(words))
