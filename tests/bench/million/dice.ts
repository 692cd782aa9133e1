/** Repeatable chances: the same rolls for the same start. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number
  whole(below: number): number
  percent(chance: number): boolean
  pick<T>(items: readonly T[]): T
  /** Early items more often than late ones, as with names and towns; `skew` tells how much. */
  common<T>(items: readonly T[], skew?: number): T
}

export function diceFrom(start: number): Dice {
  let state = Math.imul(start + 1, 0x9e37_79b1)
  // mulberry32
  const roll = () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const at = <T>(items: readonly T[], part: number): T => {
    const item = items[Math.floor(part * items.length)]
    if (item === undefined) throw new RangeError('nothing to choose from')
    return item
  }
  return {
    roll,
    whole: (below) => Math.floor(roll() * below),
    percent: (chance) => roll() * 100 < chance,
    pick: (items) => at(items, roll()),
    common: (items, skew = 1.5) => at(items, roll() ** skew),
  }
}
