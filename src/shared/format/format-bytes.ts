import { displayLocale } from '#/shared/format/display-locale.ts'

const units = ['byte', 'kilobyte', 'megabyte'] as const

/** Size of a file: "12 kB", "1.4 MB"; a kilobyte has 1,000 bytes. */
export function formatBytes(bytes: number, locale = displayLocale()): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const digits = power === 2 ? 1 : 0
  // Never less than it is: what is just too large must not look as if it were not.
  const value = Math.ceil((bytes / 1000 ** power) * 10 ** digits) / 10 ** digits
  const unitDisplay = power === 0 ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[power] ?? 'byte', unitDisplay }).format(value)
}
