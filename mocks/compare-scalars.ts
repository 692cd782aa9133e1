import type { Scalar } from '#server/store/store.ts'

/** Where a UTF-16 code unit stands in code point order: surrogates come after U+FFFF's neighbours, not before. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Order of texts by code point, which is the byte order of their UTF-8, as `COLLATE "C"` has it. */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return codePointRank(left) - codePointRank(right)
  }
  return a.length - b.length
}

/** Order of two present values of one kind. */
export function comparePresent(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  return Number(a) - Number(b)
}

/** Order of two sort values: missing ones last, whatever the direction. */
export function compareSorted(a: Scalar, b: Scalar, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return descending ? comparePresent(b, a) : comparePresent(a, b)
}
