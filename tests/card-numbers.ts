/** Beginning and length of numbers that brands give out. */
const kinds: readonly (readonly [start: string, length: number])[] = [
  ['4', 16],
  ['51', 16],
  ['37', 15],
  ['4', 13],
  ['6011', 16],
  ['36', 14],
  ['3528', 16],
  ['62', 19],
  ['2221', 16],
  ['5018', 18],
  ['65', 17],
  ['34', 15],
  ['4', 19],
  ['2720', 16],
  ['6759', 13],
  ['8171', 16],
]

const digitSum = (digits: string) =>
  digits
    .split('')
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0)

/** A made-up number with a right check digit; each index has its own, and neighbours differ in brand and length. */
export function cardNumber(index: number): string {
  const [start, length] = kinds[index % kinds.length] ?? ['4', 16]
  const room = length - start.length - 1
  // Spread over all digits, so that none is found in another by chance.
  const middle = ((BigInt(index) + 1n) * 2_654_435_761_987_654_321n) % 10n ** BigInt(room)
  const digits = start + String(middle).padStart(room, '0')
  return digits + String((10 - (digitSum(digits) % 10)) % 10)
}

const grouped = (separator: string) => (digits: string) => digits.replaceAll(/(\d{4})(?=\d)/g, `$1${separator}`)
const fullWidth = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

/** The ways in which people and programs write a card number. */
export const cardSpellings: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  grouped(' '),
  grouped('-'),
  grouped('.'),
  grouped('\u00A0'),
  fullWidth,
  grouped('\u2013'),
  (digits) => `paid with ${digits}, thanks`,
  (digits) => `Card: ${grouped(' ')(digits)} exp 12/29 cvv 123`,
  grouped('\u202F'),
  (digits) => digits.replaceAll(/(\d)(?=\d)/g, '$1 '),
  (digits) => `${digits.slice(0, 4)} ${digits.slice(4, 10)} ${digits.slice(10)}`,
]

/** Texts in one form for the search: no signs between digits, digits of one kind. */
const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/(?<=\d)[^\p{L}\p{Nd}]{1,3}(?=\d)/gu, '')

/** Which of the numbers stand in a text, with whatever between their digits. */
export function cardNumbersIn(text: string, numbers: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const lengths = [...new Set([...numbers].map((number) => number.length))]
  for (const form of [text, squeezed(text)]) {
    for (const [run] of form.matchAll(/\d{13,}/g)) {
      for (const length of lengths) {
        for (let at = 0; at + length <= run.length; at += 1) {
          const digits = run.slice(at, at + length)
          if (numbers.has(digits)) found.add(digits)
        }
      }
    }
  }
  return [...found]
}
