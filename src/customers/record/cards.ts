import { styled } from '@mui/material/styles'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'

export const minCardWidth = 280
export const cardGap = 16

/** Cards beside each other. */
export const CardRows = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fill, minmax(min(${minCardWidth}px, 100%), 1fr))`,
  gap: cardGap,
})

/** One of them; a form takes the whole width. */
export const CardCell = styled('li')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  minWidth: 0,
  padding: 16,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.surface,
  overflowWrap: 'anywhere',
  '&[data-wide="true"]': { gridColumn: '1 / -1', display: 'block' },
})
