import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'

/** Records one below the other, each with its mark, name and number, and buttons at its end. */
export const RecordList = styled('ul')({
  listStyle: 'none',
  padding: 4,
  '& > li': { display: 'flex', alignItems: 'center', borderRadius: sizes.radius, paddingRight: 4 },
  '& > li:hover': { backgroundColor: color.hover },
  '& > li > a, & > li > button[data-stop]': {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: sizes.controlTouch,
    padding: '2px 8px',
    border: 0,
    borderRadius: sizes.radius,
    font: 'inherit',
    color: color.text,
    background: 'none',
    cursor: 'pointer',
    textDecoration: 'none',
    textAlign: 'left',
  },
  '& > li > a[aria-current]': { fontWeight: 500, backgroundColor: color.accentSoft },
  '& > li > button[aria-pressed="true"]': { color: color.accent, '& path': { fill: 'currentColor' } },
  '& b': { fontWeight: 'inherit', overflowWrap: 'anywhere' },
  '& small': { ...type.meta, color: color.secondary, marginLeft: 'auto', whiteSpace: 'nowrap' },
  '& i': { flex: 'none', width: 8, height: 8, borderRadius: '50%', backgroundColor: color.accent },
})
