import type { SchemeTokens } from '#/shared/theme/tokens.ts'

export const cssVarPrefix = 'cw'

const app = (name: string) => `var(--${cssVarPrefix}-palette-app-${name})`

type Plain = Exclude<keyof SchemeTokens, 'marks' | 'menuShadow' | 'dialogShadow'>

const names = [
  'canvas',
  'surface',
  'raised',
  'hairline',
  'controlBorder',
  'text',
  'secondary',
  'accent',
  'accentHover',
  'onAccent',
  'accentSoft',
  'hover',
  'positive',
  'positiveSoft',
  'caution',
  'cautionSoft',
  'critical',
  'criticalHover',
  'criticalSoft',
  'onCritical',
  'neutralSoft',
  'highlight',
  'backdrop',
] as const satisfies readonly Plain[]

/** Every token as a CSS variable: styles that use it are static and follow the scheme without a render. */
export const color = Object.fromEntries(names.map((name) => [name, app(name)])) as Record<Plain, string>

export const shadow = { menu: app('shadows-menu'), dialog: app('shadows-dialog') } as const

export const markCount = 10

/** Colour of the n-th customer mark. */
export const markColor = (index: number) => app(`marks-${index % markCount}`)

/** Focus ring of plain elements: 2 px of accent after a gap of 2 px; `inset` for rows and cells that clip. */
export const focusRing = { outline: `2px solid ${color.accent}`, outlineOffset: 2 } as const
export const focusRingInset = { outline: `2px solid ${color.accent}`, outlineOffset: -2 } as const

/** Type scale: size and line height in rem, so that the reader's font size counts. */
export const type = {
  meta: { fontSize: '0.75rem', lineHeight: '1rem' },
  table: { fontSize: '0.8125rem', lineHeight: '1.125rem' },
  body: { fontSize: '0.875rem', lineHeight: '1.25rem' },
  heading: { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 600 },
  title: { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 600 },
} as const
