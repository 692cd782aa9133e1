import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'

/** Labelled fields in the popover of a filter, one below the other. */
export const FilterFields = styled('div')({
  display: 'grid',
  gap: 12,
  padding: 12,
  maxWidth: 280,
  '& label': { ...type.table, display: 'grid', gap: 4, color: color.secondary },
})

export const FilterHint = styled('p')({
  ...type.meta,
  color: color.secondary,
  '&[role="alert"]': { color: color.critical },
})
