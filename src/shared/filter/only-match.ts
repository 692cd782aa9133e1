import { foldText } from '#/contract/fold-text.ts'

/** What Enter in a search means: the only one that is called exactly so, else the only one found. */
export function onlyMatch<T>(found: readonly T[], words: string, names: (one: T) => readonly string[]): T | undefined {
  const wanted = foldText(words)
  const exact = found.filter((one) => names(one).some((name) => foldText(name) === wanted))
  const [only, another] = exact.length > 0 ? exact : found
  return another === undefined ? only : undefined
}
