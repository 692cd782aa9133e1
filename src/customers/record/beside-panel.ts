import { styled } from '@mui/material/styles'

/** Room for a list and a panel side by side. */
export const besideWidth = '(min-width: 1100px)'

/**
 * A list with room for a `SidePanel`: `data-open` while there is one, `wide` for one that is written in. With `data-fill`
 * both are as high as the section and scroll by themselves.
 */
export const BesidePanel = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  [`@media ${besideWidth}`]: {
    '&[data-open="true"]': { gridTemplateColumns: 'minmax(0, 1fr) 380px' },
    '&[data-open="wide"]': { gridTemplateColumns: 'minmax(0, 1fr) minmax(400px, 42%)' },
  },
  '&[data-fill="true"]': {
    flex: '1 0 320px',
    minHeight: 320,
    alignItems: 'stretch',
    gridTemplateRows: 'minmax(0, 1fr)',
    '& > aside': { position: 'static', maxHeight: 'calc(100% - 16px)' },
  },
})
