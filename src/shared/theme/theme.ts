import '@fontsource-variable/inter/wght.css'
import { createTheme, type ColorSystemOptions, type Shadows } from '@mui/material/styles'
import { cssVarPrefix, type } from '#/shared/theme/color.ts'
import { componentStyles } from '#/shared/theme/component-styles.ts'
import { schemeAttribute } from '#/shared/theme/scheme.ts'
import { darkTokens, lightTokens, motion, sizes, type SchemeTokens } from '#/shared/theme/tokens.ts'

function schemeOf({ marks, menuShadow, dialogShadow, ...tokens }: SchemeTokens): ColorSystemOptions {
  const semantic = (main: string, contrastText: string) => ({ main, light: main, dark: main, contrastText })
  return {
    palette: {
      primary: { ...semantic(tokens.accent, tokens.onAccent), dark: tokens.accentHover },
      secondary: semantic(tokens.secondary, tokens.surface),
      error: semantic(tokens.critical, tokens.onCritical),
      warning: semantic(tokens.caution, tokens.surface),
      success: semantic(tokens.positive, tokens.surface),
      info: semantic(tokens.accent, tokens.onAccent),
      text: { primary: tokens.text, secondary: tokens.secondary, disabled: tokens.secondary },
      background: { default: tokens.canvas, paper: tokens.surface },
      divider: tokens.hairline,
      action: { hover: tokens.hover, selected: tokens.accentSoft, active: tokens.secondary },
      app: { ...tokens, marks: Object.assign({}, marks), shadows: { menu: menuShadow, dialog: dialogShadow } },
    },
  }
}

/** Menus and dialogs bring their own shadow; nothing else has one. */
const noShadows = Array.from({ length: 25 }, () => 'none') as Shadows

/** The one theme. `scheme.ts` says how light or dark is chosen. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: schemeAttribute, cssVarPrefix, nativeColor: true },
  colorSchemes: { light: schemeOf(lightTokens), dark: schemeOf(darkTokens) },
  motion: { reducedMotion: 'system' },
  focusVisible: true,
  shadows: noShadows,
  shape: { borderRadius: sizes.radius },
  spacing: 4,
  transitions: {
    duration: {
      shortest: motion.fast,
      shorter: motion.fast,
      short: motion.fast,
      standard: motion.normal,
      complex: motion.normal,
      enteringScreen: motion.normal,
      leavingScreen: motion.fast,
    },
  },
  typography: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeightBold: 600,
    h1: type.title,
    h2: type.heading,
    h3: { ...type.body, fontWeight: 600 },
    h4: { ...type.body, fontWeight: 600 },
    h5: { ...type.body, fontWeight: 600 },
    h6: { ...type.body, fontWeight: 600 },
    subtitle1: type.body,
    subtitle2: { ...type.body, fontWeight: 500 },
    body1: type.body,
    body2: type.table,
    caption: type.meta,
    overline: { ...type.meta, textTransform: 'none', letterSpacing: 'normal' },
    button: { ...type.body, fontWeight: 500, textTransform: 'none', letterSpacing: 'normal' },
  },
  components: componentStyles,
})
