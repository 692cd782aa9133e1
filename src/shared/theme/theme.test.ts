import { describe, expect, it } from 'vitest'
import { color, cssVarPrefix, markColor, markCount } from '#/shared/theme/color.ts'
import { schemeAttribute } from '#/shared/theme/scheme.ts'
import { theme } from '#/shared/theme/theme.ts'
import { darkTokens, lightTokens, type SchemeTokens } from '#/shared/theme/tokens.ts'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function linear(hex: string): [number, number, number] {
  const at = (start: number) => channel(Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return [at(1), at(3), at(5)]
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Lightness of OKLab. */
function lightness(hex: string): number {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
}

const schemes = { light: lightTokens, dark: darkTokens }
const grounds = (tokens: SchemeTokens) => [tokens.canvas, tokens.surface, tokens.raised, tokens.hover]

describe.each(Object.entries(schemes))('the %s scheme', (name, tokens) => {
  it.each(['text', 'secondary', 'accent', 'positive', 'critical'] as const)(
    'shows %s text at 4.5 on every ground',
    (ink) => {
      for (const ground of grounds(tokens)) expect(contrast(tokens[ink], ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([
    ['caution', 'surface'],
    ['caution', 'canvas'],
    ['caution', 'raised'],
    ['onAccent', 'accent'],
    ['onAccent', 'accentHover'],
    ['onCritical', 'critical'],
    ['onCritical', 'criticalHover'],
    ['text', 'accentSoft'],
    ['secondary', 'accentSoft'],
    ['accent', 'accentSoft'],
    ['positive', 'positiveSoft'],
    ['caution', 'cautionSoft'],
    ['critical', 'criticalSoft'],
    ['secondary', 'neutralSoft'],
    ['text', 'neutralSoft'],
    ['text', 'criticalSoft'],
    ['text', 'cautionSoft'],
    ['text', 'highlight'],
    ['surface', 'text'],
  ] as const)('shows %s text at 4.5 on %s', (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('draws control borders and focus rings at 3', () => {
    for (const ground of [tokens.canvas, tokens.surface, tokens.raised]) {
      expect(contrast(tokens.controlBorder, ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(tokens.accent, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it('marks customers in ten different hues of one lightness, at 3 against every ground', () => {
    const values = tokens.marks.map(lightness)
    expect(new Set(tokens.marks).size).toBe(markCount)
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.01)
    for (const mark of tokens.marks) {
      for (const ground of grounds(tokens)) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it('reaches the page as CSS variables under its attribute', () => {
    const sheets = theme.generateStyleSheets() as Record<string, Record<string, string>>[]
    const selector = `[${schemeAttribute}="${name}"]`
    const rules = Object.assign(
      {},
      ...sheets.flatMap((sheet) =>
        Object.entries(sheet)
          .filter(([at]) => at.includes(selector))
          .map(([, css]) => css),
      ),
    )
    for (const variable of [...Object.values(color), markColor(0), markColor(9)]) {
      expect(rules).toHaveProperty([variable.slice(4, -1)])
    }
    expect(rules[`--${cssVarPrefix}-palette-app-canvas`]).toBe(tokens.canvas)
  })
})

it('has the same tokens in both schemes', () => {
  expect(Object.keys(darkTokens)).toEqual(Object.keys(lightTokens))
  expect(darkTokens.marks).toHaveLength(lightTokens.marks.length)
})
