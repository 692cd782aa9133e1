import { displayLocale } from '#/shared/format/display-locale.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const week = 7 * 24 * 60 * 60 * 1000
const units = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
] as const

/** Formatters are slow to make and the same for every row. */
const made = new Map<string, Intl.DateTimeFormat>()

function dateTimeFormat(asked: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = asked ?? displayLocale()
  const key = `${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, options)
  made.set(key, format)
  return format
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

function relativeFormat(asked: string | undefined): Intl.RelativeTimeFormat {
  const locale = asked ?? displayLocale()
  const known = relativeFormats.get(locale)
  if (known) return known
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  relativeFormats.set(locale, format)
  return format
}

/** The instant, or `null` when it is absent, unreadable or a stand-in for "never" (1900 and before). */
export function presentInstant(at: string | null | undefined): string | null {
  if (!at) return null
  const year = new Date(at).getUTCFullYear()
  return Number.isNaN(year) || year <= 1900 ? null : at
}

interface Place {
  locale?: string | undefined
  /** IANA name; the reader's own zone by default. */
  timeZone?: string | undefined
}

/** Date, time and zone in full: "12 Mar 2026, 14:05 CET". */
export function formatInstant(at: string, { locale, timeZone }: Place = {}): string {
  return dateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at))
}

/** The day of an instant where the reader is: "12 Mar 2026". */
export function formatDay(at: string, { locale, timeZone }: Place = {}): string {
  return dateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone }).format(new Date(at))
}

/** "3 hours ago" or "in 2 days" within a week, else the day. */
export function formatRelative(at: string, { now = Date.now(), ...place }: Place & { now?: number } = {}): string {
  const distance = new Date(at).getTime() - now
  if (Math.abs(distance) >= week) return formatDay(at, place)
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return relativeFormat(place.locale).format(Math.trunc(distance / length), unit)
  }
  return m.common_just_now()
}

/** The time of the day: "10:32". */
export function formatClock(at: string, { locale, timeZone }: Place = {}): string {
  return dateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(at))
}

/** "10:32" of today, else the day too: "12 Mar 2026, 10:32". */
export function formatMoment(at: string, { now = Date.now(), ...place }: Place & { now?: number } = {}): string {
  const day = formatDay(at, place)
  const clock = formatClock(at, place)
  return day === formatDay(new Date(now).toISOString(), place) ? clock : `${day}, ${clock}`
}

/** A date without a time, never moved by a zone: "29 Feb 2024". */
export function formatLocalDate(date: string, locale?: string): string {
  return dateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

/** Name of the zone that times are shown in, to be said once on a page. */
export function zoneName(locale?: string): string {
  const parts = dateTimeFormat(locale, { timeZoneName: 'long' }).formatToParts(new Date())
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}
