import { color, focusRing, type } from '#/shared/theme/color.ts'

/** Styles of plain elements, in place of a baseline component. */
export const globalStyles = {
  '*, *::before, *::after': { boxSizing: 'border-box' },
  html: { WebkitTextSizeAdjust: '100%', colorScheme: 'light' },
  'html[data-color-scheme="dark"]': { colorScheme: 'dark' },
  body: {
    ...type.body,
    margin: 0,
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    color: color.text,
    backgroundColor: color.canvas,
    accentColor: color.accent,
    WebkitFontSmoothing: 'antialiased',
    MozOsxFontSmoothing: 'grayscale',
  },
  'h1, h2, h3, h4, p, dl, dd, ul, ol, figure': { margin: 0 },
  h1: type.title,
  h2: type.heading,
  'h3, h4': { ...type.body, fontWeight: 600 },
  'ul[role="list"], ol[role="list"]': { padding: 0, listStyle: 'none' },
  'button, input, select, textarea': { font: 'inherit', color: 'inherit' },
  'a:not([class])': { color: color.accent, textDecoration: 'none', '&:hover': { textDecoration: 'underline' } },
  ':focus-visible': focusRing,
  '::selection': { backgroundColor: color.accentSoft },
  mark: { backgroundColor: color.highlight, color: 'inherit', borderRadius: 2 },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
  },
} as const
