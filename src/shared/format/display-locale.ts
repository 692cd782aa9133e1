/** Locale of dates, numbers and names: the `lang` of the page, which the app keeps at the person's preference. */
export function displayLocale(): string {
  return (typeof document === 'undefined' ? '' : document.documentElement.lang) || 'en'
}
