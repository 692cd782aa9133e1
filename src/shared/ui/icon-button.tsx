import { styled } from '@mui/material/styles'
import type { ComponentPropsWithRef } from 'react'
import { color } from '#/shared/theme/color.ts'
import { motion, sizes, touch } from '#/shared/theme/tokens.ts'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'

const Root = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flex: 'none',
  width: sizes.control,
  height: sizes.control,
  padding: 0,
  border: 0,
  borderRadius: sizes.radius,
  color: color.secondary,
  backgroundColor: 'transparent',
  cursor: 'pointer',
  transition: `background-color ${motion.fast}ms`,
  '&:hover, &[aria-expanded="true"]': { backgroundColor: color.hover, color: color.text },
  '&:disabled, &[aria-disabled="true"]': { opacity: 0.5, cursor: 'default' },
  '&[data-size="small"]': { width: 24, height: 24, borderRadius: 4 },
  [touch]: { width: sizes.controlTouch, height: sizes.controlTouch },
})

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  /** Accessible name. */
  label: string
  icon: IconName
  /** `small` is 24 px, for rows and beside text. */
  size?: 'normal' | 'small'
}

/** A button that is only an icon; cheap enough for every row of a table. */
export function IconButton({ label, icon, size = 'normal', ...rest }: Props) {
  return (
    <Root type="button" aria-label={label} data-size={size} {...rest}>
      <Icon name={icon} />
    </Root>
  )
}
