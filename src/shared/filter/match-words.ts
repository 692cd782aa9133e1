import { foldText } from '#/contract/fold-text.ts'

/** Finds among things those in which every word occurs, case and accents aside; all of them without a word. */
export function wordMatcher<Item extends object>(textOf: (item: Item) => readonly (string | null | undefined)[]) {
  const folded = new WeakMap<Item, string>()
  const foldedOf = (item: Item) => {
    const text = folded.get(item) ?? foldText(textOf(item).filter(Boolean).join(' '))
    folded.set(item, text)
    return text
  }
  return (items: readonly Item[], typed: string): readonly Item[] => {
    const words = foldText(typed).split(' ').filter(Boolean)
    return words.length === 0 ? items : items.filter((item) => words.every((word) => foldedOf(item).includes(word)))
  }
}
