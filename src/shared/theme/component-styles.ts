import type { Components } from '@mui/material/styles'
import { color, shadow, type } from '#/shared/theme/color.ts'
import { motion, narrow, sizes, touch } from '#/shared/theme/tokens.ts'

const control = { minHeight: sizes.control, [touch]: { minHeight: sizes.controlTouch } }
const fade = `background-color ${motion.fast}ms, border-color ${motion.fast}ms, color ${motion.fast}ms`
const disabled = { '&.Mui-disabled, &[aria-disabled="true"]': { opacity: 0.5 } }

const solid = (background: string, hover: string, ink: string) => ({
  color: ink,
  backgroundColor: background,
  '&:hover': { backgroundColor: hover },
  '&.Mui-disabled': { color: ink, backgroundColor: background, opacity: 0.5 },
})

/** What makes the components ours: defaults and looks live here, never at call sites. */
export const componentStyles: Components = {
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { variant: 'outlined', color: 'inherit', disableElevation: true },
    styleOverrides: {
      root: {
        ...control,
        ...disabled,
        padding: '0 12px',
        minWidth: 0,
        gap: 6,
        whiteSpace: 'nowrap',
        transition: fade,
        '& .MuiButton-startIcon, & .MuiButton-endIcon': { margin: 0 },
      },
      outlined: {
        borderColor: color.controlBorder,
        backgroundColor: color.surface,
        color: color.text,
        '&:hover': { backgroundColor: color.hover, borderColor: color.controlBorder },
        '&.MuiButton-colorError': { color: color.critical, borderColor: color.critical },
        '&.Mui-disabled': { color: color.text, borderColor: color.controlBorder, opacity: 0.5 },
      },
      contained: {
        ...solid(color.accent, color.accentHover, color.onAccent),
        '&.MuiButton-colorError': solid(color.critical, color.criticalHover, color.onCritical),
      },
      text: { padding: '0 8px', '&:hover': { backgroundColor: color.hover }, '&.Mui-disabled': { color: 'inherit' } },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        ...disabled,
        width: sizes.control,
        height: sizes.control,
        padding: 0,
        borderRadius: sizes.radius,
        color: color.secondary,
        fontSize: 'inherit',
        transition: fade,
        '&:hover': { backgroundColor: color.hover, color: color.text },
        [touch]: { width: sizes.controlTouch, height: sizes.controlTouch },
      },
    },
  },
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
        '@media (min-width: 600px)': { minHeight: sizes.control },
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
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { ...type.body, backgroundColor: color.surface, borderRadius: sizes.radius },
      input: { height: 20, padding: '5px 8px' },
      notchedOutline: { borderColor: color.controlBorder },
    },
  },
}
