/** The tabs of a record, in their order. */
export const tabSections = [
  'account',
  'attributes',
  'addresses',
  'organizations',
  'stores',
  'orders',
  'carts',
  'payments',
] as const

/** Sections that stand beside the tabs, as a group of their own. */
export const besideSections = ['overview', 'activity', 'notes', 'cases', 'contacts', 'products', 'billing'] as const

/** All sections of a record: the tabs, then what stands beside them. */
export const sections = [...tabSections, ...besideSections] as const

export type Section = (typeof sections)[number]

/** A record that is open, with the section it was last left on. */
export interface OpenRecord {
  id: string
  section: Section
}

/** An address opens this many records at most; what it names beyond them is dropped, and said so. */
export const openLimit = 100

const idPattern = /^[0-9a-z-]{1,16}$/

/** An unknown section shows the account; a new record has no other. */
export function sectionOf(slug: string | undefined, id = ''): Section {
  return (!isNewId(id) && sections.find((section) => section === slug)) || 'account'
}

export const isRecordId = (id: string) => idPattern.test(id)

/** A record that was never saved: it has no id of its own yet, and the API knows nothing of it. */
export const isNewId = (id: string) => /^new-[0-9a-z]{8}$/.test(id)

/** An id for a new record, unlike any other in the window. */
export function newRecordId(): string {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(8)), (value) => (value % 36).toString(36))
  return `new-${signs.join('')}`
}

/**
 * Reads `a.orders_b.account`. Junk and repeated ids are left out; `dropped` counts what was over the limit, of which the
 * record that the path shows is never one.
 */
export function parseOpen(text: string, shown: string | null = null): { records: OpenRecord[]; dropped: number } {
  const named = new Map<string, OpenRecord>()
  for (const part of text.split('_')) {
    const [id = '', section] = part.split('.')
    if (isRecordId(id) && !named.has(id)) named.set(id, { id, section: sectionOf(section, id) })
  }
  const all = [...named.values()]
  const rest = all.splice(openLimit)
  const shownRest = rest.find((record) => record.id === shown)
  return { records: shownRest ? [...all.slice(0, -1), shownRest] : all, dropped: rest.length }
}

/** Prints the set for the address; an empty set is no parameter at all. */
export function printOpen(records: readonly OpenRecord[]): string | undefined {
  return records.length === 0 ? undefined : records.map(({ id, section }) => `${id}.${section}`).join('_')
}

/** The set with the record in it and on this section: in its place when it is open already, else at the end. */
export function withRecord(records: readonly OpenRecord[], id: string, section: Section): readonly OpenRecord[] {
  const present = records.find((record) => record.id === id)
  if (!present) return [...records, { id, section }]
  if (present.section === section) return records
  return records.map((record) => (record.id === id ? { id, section } : record))
}

/** The set with one record in the place of another, shown from its first section. */
export function withReplaced(records: readonly OpenRecord[], id: string, by: string): readonly OpenRecord[] {
  const others = records.filter((record) => record.id !== by)
  return others.map((record) => (record.id === id ? { id: by, section: 'account' } : record))
}

export function withoutRecords(records: readonly OpenRecord[], ids: ReadonlySet<string>): readonly OpenRecord[] {
  return records.filter((record) => !ids.has(record.id))
}

/** Moves a record to an index of the set. */
export function moveRecord(records: readonly OpenRecord[], id: string, to: number): readonly OpenRecord[] {
  const from = records.findIndex((record) => record.id === id)
  const target = Math.min(Math.max(to, 0), records.length - 1)
  if (from === -1 || from === target) return records
  return records.toSpliced(from, 1).toSpliced(target, 0, records[from] as OpenRecord)
}

/**
 * Where to go when records close: nowhere when the active one stays, else its right neighbour that stays, else the left
 * one, else the list (`null`).
 */
export function nextActive(
  records: readonly OpenRecord[],
  closing: ReadonlySet<string>,
  active: string | null,
): OpenRecord | null | 'stay' {
  if (active === null || !closing.has(active)) return 'stay'
  const index = records.findIndex((record) => record.id === active)
  const right = records.slice(index + 1).find((record) => !closing.has(record.id))
  const left = records.slice(0, index).findLast((record) => !closing.has(record.id))
  return right ?? left ?? null
}
