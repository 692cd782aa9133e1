const separators = String.raw`[\s.,_/\-\u2010-\u2015\u00b7]{0,2}`
const groups = new RegExp(String.raw`\d+(?:${separators}\d+)*`, 'gu')

/** Whether the text holds 13 to 19 digits, grouped or not, that pass the check of payment card numbers. */
export function holdsCardNumber(text: string): boolean {
  for (const [run] of text.normalize('NFKC').matchAll(groups)) {
    const parts = run.match(/\d+/g) ?? []
    if (parts.some((_, start) => startsCardNumber(parts.slice(start)))) return true
  }
  return false
}

function startsCardNumber(parts: readonly string[]): boolean {
  let digits = ''
  for (const part of parts) {
    digits += part
    if (digits.length > 19) return false
    if (digits.length >= 13 && passesLuhn(digits)) return true
  }
  return false
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
