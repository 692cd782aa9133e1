import { styled } from '@mui/material/styles'
import { color } from '#/shared/theme/color.ts'
import { motion, sizes, touch } from '#/shared/theme/tokens.ts'

const look = {
  width: '100%',
  minWidth: 0,
  height: sizes.control,
  padding: '0 8px',
  color: color.text,
  backgroundColor: color.surface,
  border: `1px solid ${color.controlBorder}`,
  borderRadius: sizes.radius,
  transition: `border-color ${motion.fast}ms`,
  '&:hover:not(:disabled)': { borderColor: color.secondary },
  // The ring of a field touches its border: a gap would run into its neighbours.
  '&:focus, &:focus-visible': { outline: `2px solid ${color.accent}`, outlineOffset: -1, borderColor: color.accent },
  '&[aria-invalid="true"]': { borderColor: color.critical },
  '&[aria-invalid="true"]:focus': { outlineColor: color.critical },
  '&:disabled': { opacity: 0.6, cursor: 'not-allowed' },
  '&::placeholder': { color: color.secondary, opacity: 1 },
  // Below 16 px a phone would zoom into the field.
  [touch]: { height: sizes.controlTouch, fontSize: '1rem' },
} as const

/** Plain controls, 32 px high, for forms, searches and filters. */
export const TextInput = styled('input')({
  ...look,
  '&[type="search"]::-webkit-search-cancel-button': { appearance: 'none' },
})

export const SelectInput = styled('select')({ ...look, padding: '0 4px', cursor: 'pointer' })

export const TextArea = styled('textarea')({
  ...look,
  display: 'block',
  height: 'auto',
  minHeight: 72,
  padding: '5px 8px',
  lineHeight: '1.25rem',
  resize: 'vertical',
  fieldSizing: 'content',
  maxHeight: 320,
  [touch]: { height: 'auto', fontSize: '1rem' },
})
