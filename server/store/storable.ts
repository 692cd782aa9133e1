/** NUL and lone surrogates have no place in a PostgreSQL text: they become U+FFFD, in every store alike. */
export function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\u{FFFD}') : wellFormed
}

/** A deep copy of plain data with its texts made storable; members that are `undefined` are left out. */
export function storable<T>(value: T): T
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => storable(item))
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[storableText(name)] = storable(member)
  }
  return copy
}
