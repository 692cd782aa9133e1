/** Beginnings of the numbers that brands give out, and how many digits they have. */
const brands: readonly (readonly [start: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^3(0[0-5]|095|[689])/, [14, 16, 17, 18, 19]], // Diners Club
  [/^(352[89]|35[3-8]|81|220[0-4])/, [16, 17, 18, 19]], // JCB, UnionPay, Mir
  [/^(2131|1800)/, [15]], // JCB of old
  [/^(50|5[6-9]|6)/, [13, 14, 15, 16, 17, 18, 19]], // Maestro, Discover, UnionPay, RuPay
]

/** Those whose length no phone number, article number or order number has by habit. */
const evident = /^(?:\d{16,}|3[47]\d{13}|3[0689]\d{12})$/

const separator = String.raw`(?:[\s._/|:*'’()\-−\u2010-\u2015·•]{1,3}|,)`
const groups = new RegExp(String.raw`\+?\d+(?:${separator}\d+)*`, 'gu')
const iban = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/gu

/**
 * Whether the text holds what looks like the full number of a payment card: 13 to 19 digits as a brand gives them out,
 * in one piece or in groups, with a right check digit. IBANs and phone numbers with a country code are none.
 */
export const holdsCardNumber = (text: string): boolean => cardNumbersOf(text).next().done === false

/**
 * The same for members that hold long numbers by nature (phone, article, order): lengths that those often have by
 * chance, such as the 13 digits of an article number, do not count.
 */
export const holdsEvidentCardNumber = (text: string): boolean =>
  [...cardNumbersOf(text)].some((digits) => evident.test(digits))

/** Members whose values are long numbers by nature. */
const identifiers =
  /^(externalId|sourceSystem|id|number|customerNumber|sku|tracking|phone|mobile|workPhone|fax|vatNumber|mandateReference)$/

/** Whether a value of the member must not be stored; a number counts as its digits. */
export function isCardNumber(value: unknown, member: string): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && holdsEvidentCardNumber(String(value))
  if (typeof value !== 'string') return false
  return identifiers.test(member) ? holdsEvidentCardNumber(value) : holdsCardNumber(value)
}

/** For places that must quote what others sent: a card number in it is not repeated. */
export const withoutCardNumber = (text: string): string => (holdsCardNumber(text) ? '(card number)' : text)

function* cardNumbersOf(text: string): Generator<string> {
  // Most texts have too few digits to look further.
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < 13) return
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, asciiDigit)
    .replaceAll(iban, withoutIban)
  for (const [run] of plain.matchAll(groups)) {
    const parts = run.match(/\d+/g) ?? []
    const isPhone = run.startsWith('+') && parts.join('').length <= 15
    if (!isPhone) for (const start of parts.keys()) yield* cardNumbersFrom(parts.slice(start))
  }
}

function* cardNumbersFrom(parts: readonly string[]): Generator<string> {
  let digits = ''
  for (const [index, part] of parts.entries()) {
    digits += part
    if (digits.length > 19) return
    if (isGrouped(parts.slice(0, index + 1)) && isOfBrand(digits) && passesLuhn(digits)) yield digits
  }
}

const isOfBrand = (digits: string) =>
  brands.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits))

/** As people group a card number: by three digits or more, or each by itself. Dates and prices are not written so. */
function isGrouped(parts: readonly string[]): boolean {
  const full = parts.slice(0, -1)
  return full.every(({ length }) => length >= 3) || parts.every(({ length }) => length === 1)
}

/** Digits of every script come in tens, from zero to nine. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 58) return digit
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/** Blanks out what is an IBAN by its check digits; letters after it may have been taken for a part of it. */
function withoutIban(found: string): string {
  const compact = found.replaceAll(' ', '')
  for (let length = compact.length; length >= 15; length -= 1) {
    if (isIban(compact.slice(0, length))) return ' '
  }
  return found
}

function isIban(text: string): boolean {
  const digits = (text.slice(4) + text.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
