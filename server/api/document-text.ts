import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'

export interface CutWish {
  letters: ReadonlySet<string>
  isBold: boolean
  /** Where the reader is, as far as it is known. */
  country: string | null
}

/** A font that has these letters and no others. */
export interface FontCut {
  letters: ReadonlySet<string>
  bytes: Uint8Array
}

/** What draws letters beyond western Europe; where there is none, they are replaced. */
export interface DocumentFonts {
  fontkit: unknown
  cut: (wish: CutWish) => Promise<FontCut[]>
}

/** A piece of a line in one font, in the order in which it is seen. */
export interface Piece {
  text: string
  font: PDFFont
}

export type Typesetter = (text: string, isBold: boolean) => Piece[]

interface Wanted {
  texts: readonly { text: string; isBold: boolean }[]
  country: string | null
}

/** Says that a letter is missing: every font has it. */
const missing = '?'

const clean = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(/\p{C}/gu, '')

/** Makes lines of pieces: every letter in a font that has it, else without its marks, else as a question mark. */
export async function typesetter(document: PDFDocument, wanted: Wanted, fonts?: DocumentFonts): Promise<Typesetter> {
  const [fontsOf, bidi] = await Promise.all([
    fonts ? cutFonts(document, wanted, fonts) : standardFonts(document),
    // Loaded when somebody wants a document.
    import('bidi-js').then(({ default: create }) => create()),
  ])
  const fontOf = (letter: string, isBold: boolean) => fontsOf(isBold).find(({ has }) => has(letter))?.font
  return (text, isBold) => {
    const letters = Array.from(clean(text), (letter) => {
      const bare = letter.normalize('NFKD').charAt(0)
      return [letter, bare, missing].find((one) => fontOf(one, isBold)) ?? ''
    }).filter(Boolean)
    const line = letters.join('')
    const { levels } = bidi.getEmbeddingLevels(line)
    const runs: (Piece & { level: number })[] = []
    let place = 0
    for (const letter of letters) {
      const font = fontOf(letter, isBold)
      const level = levels[place] ?? 0
      const last = runs.at(-1)
      if (last && last.font === font && last.level === level) last.text += letter
      else if (font) runs.push({ text: letter, font, level })
      place += letter.length
    }
    return inSight(runs).map(({ text: run, font, level }) => ({ text: turned(run, level % 2 === 1), font }))
  }

  /** As a run is given to its font, which turns letters that are written from the right by itself, their digits too. */
  function turned(run: string, isFromRight: boolean): string {
    const isTurnedByFont = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(run)
    if (isTurnedByFont === isFromRight) return run
    const mirrored = (letter: string) => (isFromRight && bidi.getMirroredCharacter(letter)) || letter
    return Array.from(run, mirrored).toReversed().join('')
  }
}

/** Runs as they are seen, by rule L2 of the Unicode bidirectional algorithm. */
function inSight<Run extends { level: number }>(runs: readonly Run[]): readonly Run[] {
  let ordered = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    const next: Run[] = []
    const turned: Run[] = []
    for (const run of ordered) {
      if (run.level >= level) turned.push(run)
      else next.push(...turned.splice(0).toReversed(), run)
    }
    ordered = [...next, ...turned.toReversed()]
  }
  return ordered
}

interface Known {
  has: (letter: string) => boolean
  font: PDFFont
}
type FontsOf = (isBold: boolean) => readonly Known[]

async function cutFonts(document: PDFDocument, { texts, country }: Wanted, fonts: DocumentFonts): Promise<FontsOf> {
  document.registerFontkit(fonts.fontkit as Parameters<PDFDocument['registerFontkit']>[0])
  const embed = async (isBold: boolean): Promise<Known[]> => {
    const letters = new Set(texts.filter((one) => one.isBold === isBold).flatMap(({ text }) => lettersIn(text)))
    const cuts = await fonts.cut({ letters, isBold, country })
    return Promise.all(
      cuts.map(async ({ letters: own, bytes }) => ({
        has: (letter: string) => own.has(letter),
        font: await document.embedFont(bytes, { subset: true }),
      })),
    )
  }
  const [regular, bold] = [await embed(false), await embed(true)]
  return (isBold) => (isBold ? bold : regular)
}

/** With what may have to stand for them. */
const lettersIn = (text: string) =>
  Array.from(clean(text)).flatMap((letter) => [letter, letter.normalize('NFKD').charAt(0), missing])

/** The fonts that every reader has know the letters of western Europe. */
async function standardFonts(document: PDFDocument): Promise<FontsOf> {
  const { StandardFonts } = await import('@cantoo/pdf-lib')
  const known = async (name: keyof typeof StandardFonts): Promise<Known[]> => {
    const font = await document.embedFont(StandardFonts[name])
    const points = new Set(font.getCharacterSet())
    return [{ has: (letter) => points.has(letter.codePointAt(0) ?? 0), font }]
  }
  const [regular, bold] = [await known('Helvetica'), await known('HelveticaBold')]
  return (isBold) => (isBold ? bold : regular)
}
