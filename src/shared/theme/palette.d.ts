import type { SchemeTokens } from '#/shared/theme/tokens.ts'
import '@mui/material/themeCssVarsAugmentation'

type TokenPalette = Omit<SchemeTokens, 'marks' | 'menuShadow' | 'dialogShadow'> & {
  marks: Record<number, string>
  shadows: { menu: string; dialog: string }
}

declare module '@mui/material/styles' {
  interface Palette {
    /** Our tokens; as CSS variables at `theme.vars.palette.app`. */
    app: TokenPalette
  }
  interface PaletteOptions {
    app?: TokenPalette
  }
}
