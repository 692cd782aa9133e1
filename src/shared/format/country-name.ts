import { displayLocale } from '#/shared/format/display-locale.ts'

const made = new Map<string, Intl.DisplayNames>()

function namesOf(type: 'region' | 'language', locale: string): Intl.DisplayNames {
  const key = `${type} ${locale}`
  const known = made.get(key)
  if (known) return known
  const names = new Intl.DisplayNames(locale, { type, fallback: 'code' })
  made.set(key, names)
  return names
}

function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  try {
    return namesOf(type, locale).of(code) ?? code
  } catch {
    // Not a well-formed code: shown as it is.
    return code
  }
}

/** Name of an ISO 3166-1 country: `CA` is "Canada". */
export const countryName = (code: string, locale = displayLocale()) => nameOf('region', code, locale)

/** Name of a BCP 47 language: `fr-CA` is "Canadian French". */
export const languageName = (code: string, locale = displayLocale()) => nameOf('language', code, locale)
