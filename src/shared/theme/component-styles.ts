import type { ThemeOptions } from '@mui/material/styles'
import { color, shadow, type } from '#/shared/theme/color.ts'
import { motion, narrow, sizes, touch } from '#/shared/theme/tokens.ts'

const control = { minHeight: sizes.control, [touch]: { minHeight: sizes.controlTouch } }

/** What makes the components ours: defaults and looks live here, never at call sites. */
export const componentStyles: ThemeOptions['components'] = {
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiPopover: {
    styleOverrides: {
      paper: {
        backgroundColor: color.raised,
        border: `1px solid ${color.hairline}`,
        boxShadow: shadow.menu,
        borderRadius: sizes.radius,
        minWidth: 168,
      },
    },
  },
  MuiMenu: { defaultProps: { transitionDuration: motion.fast }, styleOverrides: { list: { padding: 4 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        ...control,
        ...type.body,
        gap: 8,
        padding: '0 8px',
        borderRadius: 4,
        '&:hover, &.Mui-focusVisible': { backgroundColor: color.hover },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: color.accentSoft },
        '&[aria-disabled="true"]': { color: color.secondary, cursor: 'default' },
        '@media (min-width: 600px)': control,
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { backgroundColor: color.backdrop }, invisible: { backgroundColor: 'transparent' } },
  },
  MuiDialog: {
    defaultProps: { transitionDuration: motion.normal },
    styleOverrides: {
      paper: {
        backgroundColor: color.raised,
        boxShadow: shadow.dialog,
        borderRadius: sizes.radius + 4,
        [narrow]: { margin: 0, width: '100%', maxWidth: '100%', height: '100%', maxHeight: 'none', borderRadius: 0 },
      },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { ...type.heading, padding: '20px 24px 8px' } } },
  MuiDialogContent: { styleOverrides: { root: { ...type.body, padding: '0 24px 16px' } } },
  MuiDialogActions: {
    defaultProps: { disableSpacing: true },
    styleOverrides: { root: { padding: '12px 24px 20px', gap: 8 } },
  },
}
