/** More lines or letters than these are folded. */
const mostLines = 8
const mostLetters = 700

/** The beginning of a long text; nothing for one that is shown whole. */
export function beginningOf(text: string): string | undefined {
  const lines = text.split('\n')
  if (lines.length <= mostLines && text.length <= mostLetters) return undefined
  const start = lines.slice(0, mostLines).join('\n')
  if (start.length <= mostLetters) return start
  const cut = start.slice(0, mostLetters)
  const atWord = cut.search(/\s\S*$/u)
  // A word that is longer than that is cut between two of its signs.
  return atWord > mostLetters / 2 ? cut.slice(0, atWord) : cut.replace(/[\uD800-\uDBFF]$/u, '')
}
