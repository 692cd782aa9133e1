import type { ScopeRow } from '#server/store/rows.ts'

function aScope(id: string, name: string, parentId: string | null, currency: string, languages: string[]): ScopeRow {
  return { id, name, parentId, currency, languages, sourceSystem: null, externalId: null, importHash: null }
}

/** One root, groups and sales scopes under it, shops as leaves. */
export const scopeRows: readonly ScopeRow[] = [
  aScope('global', 'Global', null, 'USD', ['en-US']),
  aScope('na', 'North America', 'global', 'USD', ['en-US', 'fr-CA', 'es-US']),
  aScope('us', 'United States', 'na', 'USD', ['en-US', 'es-US']),
  aScope('us-nyc', 'New York, Fifth Avenue', 'us', 'USD', ['en-US']),
  aScope('ca', 'Canada', 'na', 'CAD', ['en-CA', 'fr-CA']),
  aScope('ca-mtl', 'Montréal, Rue Saint-Denis', 'ca', 'CAD', ['fr-CA', 'en-CA']),
  aScope('eu', 'Europe', 'global', 'EUR', ['en-GB', 'de-DE', 'fr-FR']),
  aScope('de', 'Germany', 'eu', 'EUR', ['de-DE', 'en-GB']),
  aScope('de-ber', 'Berlin, Kantstraße', 'de', 'EUR', ['de-DE']),
  aScope('fr', 'France', 'eu', 'EUR', ['fr-FR']),
  aScope('uk', 'United Kingdom', 'eu', 'GBP', ['en-GB']),
  aScope('se', 'Sweden', 'eu', 'SEK', ['sv-SE', 'en-GB']),
  aScope('apac', 'Asia and Pacific', 'global', 'USD', ['en-AU', 'ja-JP']),
  aScope('jp', 'Japan', 'apac', 'JPY', ['ja-JP', 'en-US']),
  aScope('au', 'Australia', 'apac', 'AUD', ['en-AU']),
  aScope('kw', 'Kuwait', 'global', 'KWD', ['ar-KW', 'en-GB']),
]

const currencies = new Map(scopeRows.map((scope) => [scope.id, scope.currency]))

/** Currency of a scope; unknown scopes sell in US dollars. */
export const currencyOf = (scopeId: string) => currencies.get(scopeId) ?? 'USD'
