/** Exact decimal: `units` of 10^-`scale`. */
export interface Decimal {
  units: bigint
  scale: number
}

/** Undefined when the text is no plain decimal number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })

/** Rounded to that many digits after the point, a half away from zero, and without the point: `1.005` → `101`. */
export function roundedTo(digits: number, { units, scale }: Decimal): number {
  const shift = 10n ** BigInt(Math.abs(scale - digits))
  if (scale <= digits) return Number(units * shift)
  const half = units < 0n ? -shift / 2n : shift / 2n
  return Number((units + half) / shift)
}
