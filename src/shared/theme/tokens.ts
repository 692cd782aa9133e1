/** Colours of one scheme. Both schemes have the same names; `tokens.test.ts` holds them to their contrast. */
export interface SchemeTokens {
  /** Behind everything. */
  canvas: string
  /** Panels, tables, inputs. */
  surface: string
  /** Menus, dialogs, tooltips. */
  raised: string
  /** Only divides; never the one sign of a control. */
  hairline: string
  controlBorder: string
  text: string
  secondary: string
  accent: string
  accentHover: string
  onAccent: string
  accentSoft: string
  /** Rows and quiet buttons under the pointer. */
  hover: string
  positive: string
  positiveSoft: string
  caution: string
  cautionSoft: string
  critical: string
  criticalHover: string
  criticalSoft: string
  onCritical: string
  neutralSoft: string
  /** Found words in search results. */
  highlight: string
  backdrop: string
  menuShadow: string
  dialogShadow: string
  /** Customer marks: ten hues of one OKLab lightness. */
  marks: readonly string[]
}

export const lightTokens: SchemeTokens = {
  canvas: '#F7F8FA',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  hairline: '#E3E6EB',
  controlBorder: '#868F9C',
  text: '#14181F',
  secondary: '#545C69',
  accent: '#2F5BEA',
  accentHover: '#2449C8',
  onAccent: '#FFFFFF',
  accentSoft: '#EAEFFE',
  hover: '#F1F3F6',
  positive: '#1F7A4D',
  positiveSoft: '#E7F4EC',
  caution: '#9A6700',
  cautionSoft: '#FEF8EA',
  critical: '#C0302B',
  criticalHover: '#9F2420',
  criticalSoft: '#FCEBEA',
  onCritical: '#FFFFFF',
  neutralSoft: '#EEF0F3',
  highlight: '#FCE9B2',
  backdrop: 'rgba(20, 24, 31, 0.32)',
  menuShadow: '0 4px 16px rgba(20, 24, 31, 0.12), 0 1px 3px rgba(20, 24, 31, 0.08)',
  dialogShadow: '0 16px 48px rgba(20, 24, 31, 0.2), 0 2px 8px rgba(20, 24, 31, 0.08)',
  marks: ['#CB454F', '#BE5A0A', '#99740E', '#678802', '#0E9254', '#158B8C', '#0E84B7', '#4873DE', '#8B5DCE', '#BC4891'],
}

export const darkTokens: SchemeTokens = {
  canvas: '#0F1217',
  surface: '#161A21',
  raised: '#1D222B',
  hairline: '#2A303A',
  controlBorder: '#6B7484',
  text: '#E8EBF0',
  secondary: '#A0A8B4',
  accent: '#7C9CFF',
  accentHover: '#9BB3FF',
  onAccent: '#0B1020',
  accentSoft: '#1C2745',
  hover: '#1F242E',
  positive: '#5CC08B',
  positiveSoft: '#16301F',
  caution: '#E0B04A',
  cautionSoft: '#33270F',
  critical: '#F28B82',
  criticalHover: '#F7AAA3',
  criticalSoft: '#3A1C1B',
  onCritical: '#2A0B09',
  neutralSoft: '#242A34',
  highlight: '#5A4713',
  backdrop: 'rgba(0, 0, 0, 0.56)',
  menuShadow: '0 4px 16px rgba(0, 0, 0, 0.48)',
  dialogShadow: '0 16px 48px rgba(0, 0, 0, 0.56), 0 0 0 1px #2A303A',
  marks: ['#F66B71', '#EF7926', '#C69612', '#86AF17', '#11BC6D', '#1DB4B4', '#14ABEB', '#6F9AFE', '#B082F7', '#E66DB6'],
}

/** Sizes in pixels; rows are the list rows of the two densities. */
export const sizes = {
  control: 32,
  controlTouch: 36,
  radius: 6,
  row: { comfortable: 36, compact: 28 },
  header: 32,
} as const

/** Longest motion allowed, in milliseconds. */
export const motion = { fast: 80, normal: 120 } as const

export const touch = '@media (pointer: coarse)'
export const narrow = '@media (max-width: 599.95px)'
