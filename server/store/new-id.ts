let lastTime = 0
let sequence = 0

/** A new id: a letter, the time in base 36 and a sequence that starts at random; time-ordered within a process. */
export function newId(now: number): string {
  if (now > lastTime) {
    lastTime = now
    sequence = crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000
  } else {
    sequence += 1
  }
  return `k${lastTime.toString(36).padStart(8, '0')}${sequence.toString(36).padStart(5, '0')}`
}
