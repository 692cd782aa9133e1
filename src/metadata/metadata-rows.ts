import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'

export const Rows = styled('ol')({
  listStyle: 'none',
  padding: 0,
  margin: 0,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '8px 16px',
    borderTop: `1px solid ${color.hairline}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: '8px 12px' },
  },
  '& > li[data-retired="true"] b': { color: color.secondary },
})

export const RowText = styled('div')({
  minWidth: 0,
  overflowWrap: 'anywhere',
  '& > b': { fontWeight: 500 },
  '& > code': { ...type.meta, fontFamily: 'inherit', color: color.secondary, marginLeft: 8 },
  '& > p': { ...type.meta, color: color.secondary },
})

export const RowActions = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4 })
