const first = Date.parse('0001-01-01T00:00:00.000Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/** An instant in the one form in which instants are stored and compared, within what every database can hold. */
export function storableInstant(time: number): string {
  return new Date(Math.min(Math.max(time, first), last)).toISOString()
}
