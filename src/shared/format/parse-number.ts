import { displayLocale } from '#/shared/format/display-locale.ts'

/** The sign between whole and fraction in a locale. */
export function decimalSign(locale = displayLocale()): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
}

const escaped = (sign: string) => sign.replace(/[.]/u, String.raw`\.`)

/** Blanks, apostrophes and the minus that typographers use. */
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f'’]/gu, '').replaceAll('−', '-')

/**
 * The number that somebody typed, as digits with a point: `1.234,5` and `1,234.5` are both 1234.5. A sign that could
 * divide thousands or begin the fraction (`1,234`) means what it means where the person is. Nothing when it is no number.
 */
export function parseNumber(typed: string, locale = displayLocale()): string | undefined {
  const text = plain(typed)
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/u.test(text)) return undefined
  const decimal = decimalOf(text, locale)
  const [whole = '', fraction = '', ...more] = decimal === undefined ? [text] : text.split(decimal)
  if (more.length > 0 || /[.,]/u.test(fraction) || !isGrouped(whole)) return undefined
  const digits = whole.replaceAll(/[+.,]/gu, '')
  const number = `${/\d/u.test(digits) ? digits : `${digits}0`}${fraction === '' ? '' : `.${fraction}`}`
  return number.replace(/^(-?)0+(?=\d)/u, '$1')
}

function decimalOf(text: string, locale: string): string | undefined {
  const signs = text.match(/[.,]/gu) ?? []
  const last = signs.at(-1)
  if (last === undefined) return undefined
  const count = signs.filter((sign) => sign === last).length
  if (count > 1) return undefined
  if (count < signs.length) return last
  const own = decimalSign(locale)
  const looksGrouped = new RegExp(String.raw`^[+-]?[1-9]\d{0,2}${escaped(last)}\d{3}$`, 'u').test(text)
  return looksGrouped && last !== own ? undefined : last
}

const isGrouped = (whole: string) => /^[+-]?(\d*|\d{1,3}([.,])\d{3}(\2\d{3})*)$/u.test(whole)

/** Every digit of a number given as digits with a point, as it is written where the person is. */
export function formatDigits(number: string, locale = displayLocale()): string {
  const [whole = '0', fraction] = number.split('.')
  if (!/^-?\d+$/u.test(whole)) return number
  const grouped = new Intl.NumberFormat(locale).format(BigInt(whole))
  const sign = whole.startsWith('-') && BigInt(whole) === 0n ? '-' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `${decimalSign(locale)}${fraction}`}`
}
