import { Fragment } from 'react'
import { highlightParts, wordsOf } from '#/shared/format/highlight.ts'

interface Props {
  text: string
  /** The search as it was typed. */
  words: string
}

/** A text with what was searched for marked in it. */
export function Highlight({ text, words }: Props) {
  if (words === '') return text
  let at = 0
  return highlightParts(text, wordsOf(words)).map((part) => {
    const key = at
    at += part.text.length
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <Fragment key={key}>{part.text}</Fragment>
  })
}
