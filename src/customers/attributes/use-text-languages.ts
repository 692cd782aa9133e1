import { useQuery } from '@tanstack/react-query'
import { languageName } from '#/shared/format/country-name.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'

/** Cultures that texts are written in: the one of the reader, and those that the scopes sell in. */
export function useTextLanguages(): readonly string[] {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const own = displayLocale()
  const sold = [...new Set(scopes.flatMap(({ languages }) => languages))].filter((language) => language !== own)
  return [own, ...sold.toSorted((a, b) => languageName(a).localeCompare(languageName(b)))]
}
