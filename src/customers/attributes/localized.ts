import type { Localized } from '#/contract/common.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'

/** The text for a culture, else for its language, else for English, else any; with the culture it is in. */
export function localized(texts: Localized, culture = displayLocale()): { text: string; culture: string } | undefined {
  const language = culture.split('-')[0] ?? culture
  const found =
    Object.keys(texts).find((key) => key === culture) ??
    Object.keys(texts).find((key) => key.split('-')[0] === language) ??
    Object.keys(texts).find((key) => key.split('-')[0] === 'en') ??
    Object.keys(texts)[0]
  const text = found === undefined ? undefined : texts[found]
  return found === undefined || text === undefined ? undefined : { text, culture: found }
}
