import { foldText } from '#/contract/fold-text.ts'

export interface Folded {
  /** The text as search compares it, but with its white space as it was. */
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
    const folded = /^\s+$/u.test(segment) ? ' ' : foldText(segment)
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(index)
      ends.push(index + segment.length)
    }
    text += folded
  }
  return { text, starts, ends }
}
