import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'

/** Frame of a header; a record that does not exist yet has one too. */
export const HeaderRoot = styled('header')({
  flex: 'none',
  display: 'flex',
  gap: 12,
  minHeight: 56,
  padding: '8px 24px 8px 12px',
  alignItems: 'center',
  borderBottom: `1px solid ${color.hairline}`,
  [narrow]: { padding: '8px 16px 8px 8px' },
})

export const HeaderFacts = styled('div')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 12px',
  // One line where there is room for it: a long name gives way first, then a long email.
  '@media (min-width: 1000px)': { flexWrap: 'nowrap' },
  '& > h1': {
    ...type.heading,
    minWidth: 0,
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})
