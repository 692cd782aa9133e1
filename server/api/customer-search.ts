import { accountTypes, customerStatuses, tiers } from '#/contract/customers.ts'
import { foldText } from '#/contract/fold-text.ts'
import { SearchSyntaxError } from '#server/api/search-query.ts'
import type { Term } from '#server/api/search-query.ts'
import { dateCondition, enumField, exactOrPrefix, searchOf, wordsOf } from '#server/api/search-condition.ts'
import type { FieldRules, Search } from '#server/api/search-condition.ts'
import type { Identity } from '#server/api/deps.ts'
import { inVisibleScopes } from '#server/api/visibility.ts'
import { digitsOf } from '#server/store/search-text.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

type CustomerCondition = Condition<'customers'>

const fieldsFor = (identity: Identity): FieldRules<'customers'> => ({
  email: { kind: 'text', condition: (term) => exactOrPrefix('emailSort', [foldText(term.value)], term) },
  phone: { kind: 'text', condition: phoneCondition },
  number: { kind: 'text', condition: (term) => exactOrPrefix('customerNumber', casesOf(term.value), term) },
  status: enumField('status', customerStatuses),
  tier: enumField('tier', tiers),
  type: enumField('accountType', accountTypes),
  lang: { kind: 'text', condition: (term) => exactOrPrefix('preferredLanguage', [languageOf(term)], term) },
  city: { kind: 'text', condition: (term) => exactOrPrefix('cityFolded', [foldText(term.value)], term) },
  postal: { kind: 'text', condition: postalCondition },
  country: { kind: 'text', condition: countryCondition },
  org: { kind: 'text', condition: organizationCondition },
  store: { kind: 'text', condition: storeCondition },
  order: { kind: 'text', condition: (term) => orderCondition(term, identity) },
  registered: { kind: 'date', condition: (term) => dateCondition('registeredAt', term) },
  lastLogin: { kind: 'date', condition: (term) => dateCondition('lastLoginAt', term) },
})

/** What a search text asks of customers, as far as the person may see. */
export const customerSearchOf = (text: string | undefined, identity: Identity): Search<'customers'> =>
  searchOf(text, 'searchText', fieldsFor(identity))

/** Customer numbers are kept as they are written; people type them in any case. */
const casesOf = (value: string) => [...new Set([value, value.toUpperCase(), value.toLowerCase()])]

/** Digits only; the end of a number is enough. */
function phoneCondition({ value, prefix, offset }: Term): CustomerCondition {
  const digits = digitsOf(value)
  if (digits === '') throw new SearchSyntaxError('broken-value', offset)
  return { op: 'contains', field: 'phoneDigits', text: prefix ? ` ${digits}` : `${digits} ` }
}

function languageOf({ value, offset }: Term): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value
  } catch {
    throw new SearchSyntaxError('broken-value', offset)
  }
}

function countryCondition(term: Term): CustomerCondition {
  if (!/^[A-Za-z]{1,2}$/.test(term.value)) throw new SearchSyntaxError('broken-value', term.offset)
  return exactOrPrefix('countryCode', [term.value.toUpperCase()], term)
}

/** Codes like `H2X 1Y4` and `1234 AB` are also found when typed in one. */
function postalCondition(term: Term): CustomerCondition {
  const folded = foldText(term.value)
  const solid = folded.replaceAll(' ', '')
  const apart = term.prefix ? [] : [3, 2].map((tail) => `${solid.slice(0, -tail)} ${solid.slice(-tail)}`.trim())
  const spellings = [...new Set([folded, solid, ...apart])]
  return {
    op: 'exists',
    collection: 'addresses',
    link: 'customerId',
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'deletedAt', values: [null] },
        exactOrPrefix('postalCodeFolded', spellings, term),
      ],
    },
  }
}

/** By name or number. */
function organizationCondition(term: Term): CustomerCondition {
  const named: Condition<'organizations'> = {
    op: 'or',
    conditions: [
      exactOrPrefix('nameSort', [foldText(term.value)], term),
      exactOrPrefix('number', casesOf(term.value), term),
    ],
  }
  const where = { op: 'exists', collection: 'organizations', link: 'id', on: 'organizationId', where: named } as const
  return { op: 'exists', collection: 'memberships', link: 'customerId', where }
}

function storeCondition(term: Term): CustomerCondition {
  const named: Condition<'storeLocations'> = {
    op: 'or',
    conditions: [
      exactOrPrefix('nameSort', [foldText(term.value)], term),
      exactOrPrefix('number', casesOf(term.value), term),
    ],
  }
  const where = { op: 'exists', collection: 'storeLocations', link: 'id', on: 'storeId', where: named } as const
  return { op: 'exists', collection: 'customerStores', link: 'customerId', where }
}

function orderCondition(term: Term, identity: Identity): CustomerCondition {
  const conditions = [
    exactOrPrefix<'orders'>('numberFolded', [foldText(term.value)], term),
    ...inVisibleScopes<'orders'>(identity),
  ]
  return { op: 'exists', collection: 'orders', link: 'customerId', where: { op: 'and', conditions } }
}

/** Exact number, email or phone first, then the beginning of the last name, then the rest. */
export function relevance(terms: readonly Term[]): SortKey<'customers'>[] {
  const words = wordsOf(terms)
  if (words.length === 0) return []
  const texts = words.map(({ value }) => value)
  const exact = texts.flatMap((text): CustomerCondition[] => [
    { op: 'in', field: 'customerNumber', values: casesOf(text) },
    { op: 'in', field: 'emailSort', values: [foldText(text)] },
  ])
  const joined = texts.join('')
  if (/^[+\d().\s/-]*\d[+\d().\s/-]*$/.test(joined)) {
    exact.push({ op: 'contains', field: 'phoneDigits', text: ` ${digitsOf(joined)} ` })
  }
  const lastNames = new Set([...texts, texts.join(' ')].map(foldText))
  // Names are sorted by last name, so this is also the beginning of the last name, in the order of an index.
  const lastName = [...lastNames].map((text): CustomerCondition => ({ op: 'prefix', field: 'nameSort', text }))
  return [
    {
      rank: [
        { op: 'or', conditions: exact },
        {
          op: 'and',
          conditions: [
            { op: 'or', conditions: lastName },
            { op: 'not', condition: { op: 'in', field: 'lastNameFolded', values: [null] } },
          ],
        },
      ],
    },
  ]
}
