/** The moment at which the seed was "taken": every time in it is counted from here, so that it never changes. */
export const seedNow = Date.parse('2026-11-16T09:00:00.000Z')

const day = 86_400_000

export const instantOf = (milliseconds: number) => new Date(milliseconds).toISOString()

/** The instant that many days (and minutes) before the moment of the seed; negative lies in the future. */
export const daysAgo = (days: number, minutes = 0) => instantOf(seedNow - Math.round(days * day) - minutes * 60_000)
