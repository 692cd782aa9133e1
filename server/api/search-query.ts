import { storableInstant } from '#server/api/instants.ts'

/** What a `q` can ask: words and phrases, or a field of the given kind. */
export type FieldKind = 'text' | 'exact' | 'date'

export interface Term {
  negated: boolean
  /** Where the term begins in the text. */
  offset: number
  /** A word or phrase when absent. */
  field?: string
  value: string
  /** The value was in quotation marks. */
  phrase: boolean
  /** `mül*` */
  prefix: boolean
  /** Of a date field: `from` inclusive, `to` exclusive, `never`. */
  dates?: DateRange | 'never'
}

interface DateRange {
  from?: string
  to?: string
}

export class SearchSyntaxError extends Error {
  readonly code: 'unknown-field' | 'broken-value' | 'too-many-terms'
  readonly offset: number

  constructor(code: SearchSyntaxError['code'], offset: number) {
    super(code)
    this.name = 'SearchSyntaxError'
    this.code = code
    this.offset = offset
  }
}

const maxTerms = 10

const token = /(-?)(?:([A-Za-z][\w.-]*):)?("[^"]*(?:"|$)|\S*)/uy
const blank = /\s*/uy

/** Reads a search text; throws `SearchSyntaxError` with the place of what it cannot make sense of. */
export function parseSearch(text: string, fields: Readonly<Record<string, FieldKind>>): Term[] {
  const terms: Term[] = []
  let at = skipBlank(text, 0)
  while (at < text.length) {
    token.lastIndex = at
    const [whole = '', minus = '', field, raw = ''] = token.exec(text) ?? []
    const term = termOf({ offset: at, negated: minus === '-', field, raw }, fields)
    if (term && terms.push(term) > maxTerms) throw new SearchSyntaxError('too-many-terms', at)
    at = skipBlank(text, at + Math.max(whole.length, 1))
  }
  return terms
}

function skipBlank(text: string, at: number): number {
  blank.lastIndex = at
  return at + (blank.exec(text)?.[0].length ?? 0)
}

interface Token {
  offset: number
  negated: boolean
  field: string | undefined
  raw: string
}

function termOf({ offset, negated, field, raw }: Token, fields: Readonly<Record<string, FieldKind>>): Term | undefined {
  const phrase = raw.startsWith('"')
  const prefix = !phrase && raw.length > 1 && raw.endsWith('*')
  const value = phrase ? raw.replaceAll('"', '').trim() : prefix ? raw.slice(0, -1) : raw
  const term = { negated, offset, value, phrase, prefix }
  // A lone sign is a term that is still being typed.
  if (field === undefined) return value === '' || value === '*' ? undefined : term

  const kind = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!kind) throw new SearchSyntaxError('unknown-field', offset)
  if (value === '' || value === '*') throw new SearchSyntaxError('broken-value', offset)
  if (kind === 'date') return { ...term, field, prefix: false, dates: datesOf(raw, offset) }
  if (kind === 'exact' && prefix) throw new SearchSyntaxError('broken-value', offset)
  return { ...term, field }
}

const dateForm = /^(>=|<=|>|<|=)?(\d{4}-\d\d-\d\d)$/
const rangeForm = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/

function datesOf(raw: string, offset: number): DateRange | 'never' {
  if (raw === 'never') return 'never'
  const broken = () => new SearchSyntaxError('broken-value', offset)
  const [, comparator = '=', date] = dateForm.exec(raw) ?? []
  if (date) {
    const from = startOf(date, 0, broken)
    const next = startOf(date, 1, broken)
    const ranges = {
      '>=': { from },
      '>': { from: next },
      '<': { to: from },
      '<=': { to: next },
      '=': { from, to: next },
    }
    return ranges[comparator as keyof typeof ranges]
  }
  const [, first, last] = rangeForm.exec(raw) ?? []
  if (!first && !last) throw broken()
  return {
    ...(first ? { from: startOf(first, 0, broken) } : {}),
    ...(last ? { to: startOf(last, 1, broken) } : {}),
  }
}

/** The first instant of a day in UTC, or of a later one. */
function startOf(date: string, daysLater: number, broken: () => Error): string {
  const start = new Date(`${date}T00:00:00.000Z`)
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(date)) throw broken()
  start.setUTCDate(start.getUTCDate() + daysLater)
  return storableInstant(start.getTime())
}
