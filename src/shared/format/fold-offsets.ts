import { foldText } from '#/contract/fold-text.ts'

export interface Folded {
  /** The text as search compares it, a run of white space one space. */
  text: string
  /** Where each folded character comes from: start and end in the original. */
  starts: readonly number[]
  ends: readonly number[]
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Folds a text cluster by cluster, so that a place in the folded text leads back to the original characters. */
export function foldWithOffsets(original: string): Folded {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { segment, index } of clusters.segment(original)) {
    const isSpace = /^\s+$/u.test(segment)
    if (isSpace && text.endsWith(' ')) {
      ends[ends.length - 1] = index + segment.length
      continue
    }
    const folded = isSpace ? ' ' : foldText(segment)
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(index)
      ends.push(index + segment.length)
    }
    text += folded
  }
  return { text, starts, ends }
}
