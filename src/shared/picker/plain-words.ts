/** At most ten words without the signs that mean something to a search of the API: here people type names. */
export function plainWords(text: string): string {
  const words = text.replaceAll(/["*:]/gu, ' ').split(/\s+/u)
  return words
    .map((word) => word.replace(/^-+/u, ''))
    .filter(Boolean)
    .slice(0, 10)
    .join(' ')
}
