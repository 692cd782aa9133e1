import { useQuery } from '@tanstack/react-query'
import type { Option } from '#/shared/form/select-field.tsx'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'

/** Currencies that much of the world pays in, beside those that the installation sells in. */
const usual = ['AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'INR']
const more = ['JPY', 'KRW', 'KWD', 'MXN', 'NOK', 'NZD', 'PLN', 'SAR', 'SEK', 'SGD', 'THB', 'TRY', 'USD', 'ZAR']

function currencyName(code: string): string {
  try {
    const name = new Intl.DisplayNames(displayLocale(), { type: 'currency' }).of(code)
    return name === undefined || name === code ? code : `${code} – ${name}`
  } catch {
    return code
  }
}

/** Currencies to choose from, by code; those of the record are among them. */
export function useCurrencyOptions(present: readonly (string | null | undefined)[]): Option[] {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const codes = [...scopes.map(({ currency }) => currency), ...usual, ...more, ...present].filter(Boolean)
  const byCode = new Set(codes.map(String).toSorted((a, b) => a.localeCompare(b)))
  return [...byCode].map((code) => ({ value: code, label: currencyName(code) }))
}
