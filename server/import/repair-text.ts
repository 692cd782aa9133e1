/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five bytes it leaves open stand for themselves. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const byteOf = new Map(windows1252.split('').map((letter, index) => [letter, 0x80 + index]))
const decoder = new TextDecoder('utf-8', { fatal: true })

function repairRun(run: string): string {
  const bytes: number[] = []
  for (const letter of run) {
    const byte = byteOf.get(letter) ?? letter.codePointAt(0) ?? 0
    if (byte > 0xff) return run
    bytes.push(byte)
  }
  try {
    const text = decoder.decode(Uint8Array.from(bytes))
    return text.length < run.length && !text.includes('\u{FFFD}') ? text : run
  } catch {
    return run
  }
}

/**
 * Text whose UTF-8 was once read as Windows-1252 or Latin-1 ("SÃ¡nchez"), as it was meant. Only where there is no doubt:
 * the letters beyond ASCII, taken as bytes again, must be valid UTF-8 and become fewer.
 */
export function repairText(text: string): string {
  return text.replace(/[^\p{ASCII}]{2,}/gu, repairRun)
}
