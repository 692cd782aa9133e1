import { foldText } from '#/contract/fold-text.ts'

/**
 * The text that search looks into: every field folded, each word after a space, fields apart by a line break so that no
 * phrase spans two of them. A field with punctuation stands there a second time without it ("jean-luc" also as "jean luc").
 */
export function searchTextOf(fields: readonly (string | null)[]): string {
  const lines = new Set<string>()
  for (const field of fields) {
    if (!field) continue
    const folded = foldText(field)
    lines.add(folded)
    lines.add(folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
  }
  return [...lines]
    .filter((line) => line !== '')
    .map((line) => ` ${line}`)
    .join('\n')
}

/** Digits of a phone number as typed. */
export const digitsOf = (phone: string) => phone.replace(/\D/g, '')
