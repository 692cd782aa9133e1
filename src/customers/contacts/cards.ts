import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'

export const CardHead = styled('header')({
  display: 'flex',
  alignItems: 'start',
  gap: 4,
  '& > h4, & > div': { flex: 1, minWidth: 0, paddingTop: 2 },
  '& h4': { ...type.body, fontWeight: 600 },
  '& h4 a': { color: 'inherit', '&:hover': { color: color.accent } },
  '& h4 + small': { ...type.meta, color: color.secondary },
})

/** Words on a soft ground: what a card is flagged as. */
export const Marks = styled('p')({
  ...type.meta,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  '& > span': { padding: '1px 7px', borderRadius: 10, color: color.accent, backgroundColor: color.accentSoft },
})

export const Facts = styled('div')({ ...type.table, display: 'grid', gap: 2, color: color.secondary })

export const FormHeading = styled('h4')({ ...type.body, fontWeight: 600, marginBottom: 12, scrollMarginTop: 8 })

export const DialogText = styled('div')({
  display: 'grid',
  gap: 8,
  overflowWrap: 'anywhere',
  '& > address': { color: color.secondary },
})
