import { displayLocale } from '#/shared/format/display-locale.ts'

/** "Fax, Phone and Company". */
export function formatList(items: readonly string[], locale: string = displayLocale()): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}
