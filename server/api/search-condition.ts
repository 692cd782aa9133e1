import { foldText } from '#/contract/fold-text.ts'
import { invalidParameter } from '#server/api/refusal.ts'
import { SearchSyntaxError, parseSearch } from '#server/api/search-query.ts'
import type { FieldKind, Term } from '#server/api/search-query.ts'
import { allOf } from '#server/api/page.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { Condition, Field } from '#server/store/store.ts'

/** What a field of a search asks of a row; throws `SearchSyntaxError` when its value makes no sense. */
interface FieldRule<C extends CollectionName> {
  kind: FieldKind
  condition(term: Term): Condition<C>
  /** What `-field:value` asks, where it can be said without a negation, which no index serves. */
  excluding?(term: Term): Condition<C>
}

export type FieldRules<C extends CollectionName> = Readonly<Record<string, FieldRule<C>>>

export interface Search<C extends CollectionName> {
  terms: Term[]
  condition: Condition<C> | undefined
}

const details: Record<SearchSyntaxError['code'], string> = {
  'unknown-field': 'There is no such search field',
  'broken-value': 'The value of this field cannot be read',
  'too-many-terms': 'At most 10 terms',
}

/** A search text as the condition it stands for; 400 with the place of what cannot be read. */
export function searchOf<C extends CollectionName>(
  text: string | undefined,
  searchText: Field<C>,
  fields: FieldRules<C>,
): Search<C> {
  try {
    const kinds = Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, kind]))
    const terms = parseSearch(text ?? '', kinds)
    const conditions = terms.map((term) => {
      const rule = term.field === undefined ? undefined : fields[term.field]
      if (term.negated && rule?.excluding) return rule.excluding(term)
      const condition = rule ? rule.condition(term) : wordCondition(searchText, term)
      return term.negated ? ({ op: 'not', condition } as const) : condition
    })
    return { terms, condition: allOf(conditions) }
  } catch (error) {
    if (!(error instanceof SearchSyntaxError)) throw error
    const { code, offset } = error
    throw invalidParameter({ parameter: 'q', offset, code, detail: details[code] })
  }
}

/** One or two letters begin a word, more stand anywhere; punctuation may be left out. */
function wordCondition<C extends CollectionName>(field: Field<C>, term: Term): Condition<C> {
  const conditions = needlesOf(term).map((text): Condition<C> => ({ op: 'contains', field, text }))
  const [first = { op: 'contains', field, text: foldText(term.value) } as const] = conditions
  return conditions.length > 1 ? { op: 'or', conditions } : first
}

/** What people write differently, or leave out, in names: O’Brien, Jean-Luc, "Müller, Anna". */
const namePunctuation = /[\s.,;:!?()'’‘`´"“”/&\-\u2010-\u2015]+/gu
const phonePunctuation = /^[+\d()./-]+$/

/** The texts of which one must stand in the folded fields of a row. */
export function needlesOf({ value, phrase, prefix }: Term): string[] {
  const folded = foldText(value)
  const spaced = folded.replaceAll(namePunctuation, ' ').trim()
  const digits = phonePunctuation.test(value) ? value.replaceAll(/\D/g, '') : ''
  const spellings = new Set([folded, spaced, digits].filter((spelling) => spelling !== ''))
  return [...spellings].map((text) => (prefix || (!phrase && text.length < 3) ? ` ${text}` : text))
}

/** Positive words and phrases: what ranking and marking look at. */
export const wordsOf = (terms: readonly Term[]) => terms.filter((term) => term.field === undefined && !term.negated)

/** Equal to the text, or beginning with it when the term says so. */
export function exactOrPrefix<C extends CollectionName>(
  field: Field<C>,
  spellings: readonly string[],
  { prefix }: Term,
): Condition<C> {
  if (!prefix) return { op: 'in', field, values: spellings }
  return { op: 'or', conditions: spellings.map((text): Condition<C> => ({ op: 'prefix', field, text })) }
}

/** A date field: a range, or the absence of any date. */
export function dateCondition<C extends CollectionName>(field: Field<C>, { dates }: Term): Condition<C> {
  if (dates === undefined || dates === 'never') return { op: 'in', field, values: [null] }
  return { op: 'range', field, ...dates }
}

/** A field that always has one of a few known values. */
export function enumField<C extends CollectionName>(field: Field<C>, known: readonly string[]): FieldRule<C> {
  const meant = ({ value, prefix, offset }: Term) => {
    const wanted = value.toLowerCase()
    const values = known.filter((name) => {
      const folded = name.toLowerCase()
      return prefix ? folded.startsWith(wanted) : folded === wanted
    })
    if (values.length === 0) throw new SearchSyntaxError('broken-value', offset)
    return values
  }
  return {
    kind: 'text',
    condition: (term) => ({ op: 'in', field, values: meant(term) }),
    excluding: (term) => {
      const values = meant(term)
      return { op: 'in', field, values: known.filter((name) => !values.includes(name)) }
    },
  }
}
