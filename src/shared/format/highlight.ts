import { foldText } from '#/contract/fold-text.ts'
import { foldWithOffsets } from '#/shared/format/fold-offsets.ts'

export interface HighlightPart {
  text: string
  isMatch: boolean
}

/** What a search looks for: its words and phrases, values of `field:value`; nothing of what is excluded. */
export function wordsOf(search: string): string[] {
  const terms = search.match(/-?(?:[\w.]+:)?"[^"]*"?|\S+/gu) ?? []
  return terms
    .filter((term) => !term.startsWith('-'))
    .map((term) =>
      foldText(
        term
          .replace(/^[a-z][\w.]*:(?=\S)/iu, '')
          .replaceAll('"', '')
          .replace(/\*$/u, ''),
      ),
    )
    .filter((word) => word !== '')
}

const isPhone = (word: string) => /^[+\d][\d\s().-]{2,}$/u.test(word) && /\d/u.test(word)

interface Span {
  start: number
  end: number
}

/** Short words match beginnings of words, longer ones anywhere, as in the search itself. */
function spansOf(folded: string, word: string): Span[] {
  const spans: Span[] = []
  if (word === '') return spans
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    const beginsWord = at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))
    if (word.length > 2 || beginsWord) spans.push({ start: at, end: at + word.length })
  }
  return spans
}

/** Phone numbers are compared by their digits alone, whatever stands between them. */
function digitSpansOf(folded: string, word: string): Span[] {
  const places = [...folded.matchAll(/\d/gu)].map((match) => match.index)
  const digits = places.map((place) => folded.charAt(place)).join('')
  const wanted = word.replace(/\D/gu, '')
  return spansOf(digits, wanted).map(({ start, end }) => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
  }))
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

/** The text in parts, those that match one of the folded words marked; joined again they are the text. */
export function highlightParts(text: string, words: readonly string[]): HighlightPart[] {
  if (text === '') return []
  const folded = foldWithOffsets(text)
  const spans = words.flatMap((word) => {
    const found = spansOf(folded.text, word)
    return found.length === 0 && isPhone(word) ? digitSpansOf(folded.text, word) : found
  })
  const parts: HighlightPart[] = []
  let done = 0
  for (const { start, end } of merged(spans)) {
    const from = Math.max(folded.starts[start] ?? 0, done)
    const to = folded.ends[end - 1] ?? text.length
    if (to <= done) continue
    if (from > done) parts.push({ text: text.slice(done, from), isMatch: false })
    parts.push({ text: text.slice(from, to), isMatch: true })
    done = to
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMatch: false })
  return parts
}
