import { styled } from '@mui/material/styles'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'
import { motion, sizes, touch } from '#/shared/theme/tokens.ts'

const solid = (background: string, hover: string, ink: string) => ({
  border: 0,
  color: ink,
  backgroundColor: background,
  '&:hover:not(:disabled)': { backgroundColor: hover },
})

const Root = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flex: 'none',
  gap: 6,
  minHeight: sizes.control,
  padding: '0 12px',
  border: `1px solid ${color.controlBorder}`,
  borderRadius: sizes.radius,
  fontWeight: 500,
  color: color.text,
  backgroundColor: color.surface,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  transition: `background-color ${motion.fast}ms, border-color ${motion.fast}ms`,
  '&:hover:not(:disabled)': { backgroundColor: color.hover },
  '&:disabled, &[aria-disabled="true"]': { opacity: 0.5, cursor: 'default' },
  [touch]: { minHeight: sizes.controlTouch },
  '&[data-color="error"]': { color: color.critical, borderColor: color.critical },
  '&[data-variant="text"]': { padding: '0 8px', border: 0, backgroundColor: 'transparent', color: 'inherit' },
  '&[data-variant="text"]:hover:not(:disabled)': { backgroundColor: color.hover },
  '&[data-variant="contained"]': solid(color.accent, color.accentHover, color.onAccent),
  '&[data-variant="contained"][data-color="error"]': solid(color.critical, color.criticalHover, color.onCritical),
  '&[data-size="small"]': { minHeight: 28, fontSize: '0.8125rem', [touch]: { minHeight: sizes.controlTouch } },
})

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'color'> {
  variant?: 'outlined' | 'contained' | 'text'
  /** `error` for what destroys. */
  color?: 'primary' | 'error'
  size?: 'normal' | 'small'
  startIcon?: ReactNode
  endIcon?: ReactNode
}

/** The button of the product. Plain, because the library's one would be a twelfth of the first load. */
export function Button({ variant = 'outlined', color: tone, size, startIcon, endIcon, children, ...rest }: Props) {
  return (
    <Root type="button" data-variant={variant} data-color={tone} data-size={size} {...rest}>
      {startIcon}
      {children}
      {endIcon}
    </Root>
  )
}
