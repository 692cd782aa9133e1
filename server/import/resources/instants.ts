/** `YYYY-MM-DDTHH:mm:ss.sssZ`, the one form in which the stores compare instants. */
export const instantOf = (instant: string) => new Date(instant).toISOString()
