import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as fontkit from '@cantoo/fontkit'
import subsetFont from 'subset-font'
import type { CutWish, DocumentFonts, FontCut } from '#server/api/document-text.ts'

const require = createRequire(import.meta.url)

interface Family {
  /** Name of the package, whose files are slices by range of letters. */
  name: string
  /** Letters are joined and change their shape by what stands beside them. */
  joins?: true
}

/** Forms of letters by their place in a word. Without `ccmp`, which takes dots off their letters: nobody would place them. */
const joining = ['isol', 'init', 'medi', 'fina', 'rlig']

const latin: Family = { name: 'inter' }
const joined: readonly Family[] = [{ name: 'vazirmatn', joins: true }, { name: 'noto-sans-hebrew' }]
const chinese: Family = { name: 'noto-sans-sc' }
const japanese: Family = { name: 'noto-sans-jp' }
const korean: Family = { name: 'noto-sans-kr' }

/** The same ideographs are drawn otherwise in China, Japan and Korea: what else stands there tells, then the country. */
function familiesFor({ letters, country }: CutWish): Family[] {
  const text = [...letters].join('')
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || country === 'JP'
  const isKorean = /\p{Script=Hangul}/u.test(text) || country === 'KR'
  const first = isJapanese ? [japanese] : isKorean ? [korean] : []
  return [latin, ...joined, ...new Set([...first, chinese, japanese, korean])]
}

interface Slice {
  file: string
  covers: (letter: string) => boolean
}

function coverOf(ranges: string): Slice['covers'] {
  const pairs = ranges.split(',').map((range) => {
    const [from = '', to = from] = range.slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return (letter) => {
    const point = letter.codePointAt(0) ?? 0
    return pairs.some(([from, to]) => point >= from && point <= to)
  }
}

const slices = new Map<string, Promise<Slice[]>>()

/** What each file of a family holds; read once. */
async function slicesOf({ name }: Family): Promise<Slice[]> {
  const known = slices.get(name)
  if (known) return known
  const read = readFile(require.resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8').then((json) =>
    Object.entries(JSON.parse(json) as Record<string, string>).map(([slice, ranges]) => ({
      file: `@fontsource-variable/${name}/files/${name}-${slice.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`,
      covers: coverOf(ranges),
    })),
  )
  slices.set(name, read)
  return read
}

/** A font of those of the letters that the slice has, in one weight; without what a reader of PDFs does not need. */
async function cutSlice(
  slice: Slice,
  wanted: readonly string[],
  family: Family,
  isBold: boolean,
): Promise<FontCut | undefined> {
  const whole = await readFile(require.resolve(slice.file))
  const font = fontkit.create(whole)
  // The range of a slice names more than the font may have.
  const points = new Set('characterSet' in font ? font.characterSet : [])
  const letters = wanted.filter((letter) => points.has(letter.codePointAt(0) ?? 0))
  if (letters.length === 0) return undefined
  const options = {
    targetFormat: 'truetype' as const,
    variationAxes: { wght: isBold ? 700 : 400 },
    keepFeatures: family.joins ? joining : [],
  }
  const bytes = await subsetFont(whole, letters.join(''), options)
  return { letters: new Set(letters), bytes }
}

/** Fonts for the letters of a document, each cut out of the first family that has them. */
async function cut(wish: CutWish): Promise<FontCut[]> {
  const cuts: FontCut[] = []
  let left = [...wish.letters]
  for (const family of familiesFor(wish)) {
    if (left.length === 0) break
    // One after the other: what the first has is not looked for in the next.
    for (const slice of await slicesOf(family)) {
      const wanted = left.filter((letter) => slice.covers(letter))
      if (wanted.length === 0) continue
      const made = await cutSlice(slice, wanted, family, wish.isBold)
      if (!made) continue
      cuts.push(made)
      left = left.filter((letter) => !made.letters.has(letter))
    }
  }
  return cuts
}

export const documentFonts: DocumentFonts = { fontkit, cut }
