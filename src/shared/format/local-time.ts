const two = (number: number) => String(number).padStart(2, '0')

/** An instant as the browser's own picker takes it, in the zone of the reader: `2026-03-12T14:05`. */
export function localInputOf(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const rest =
    at.getMilliseconds() > 0 ? `:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}` : ''
  const seconds = rest === '' && at.getSeconds() > 0 ? `:${two(at.getSeconds())}` : rest
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}`
}

/** The instant of what the picker gave; nothing when it is no time. */
export function instantOfLocalInput(input: string): string | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/u.test(input)) return undefined
  const at = new Date(input)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** The instant at which a day, `YYYY-MM-DD`, begins where the reader is. */
export const beginOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/** The day that it is where the reader is, `YYYY-MM-DD`. */
export const localToday = (): string => localInputOf(new Date().toISOString()).slice(0, 10)
