import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'

/** Search above, what was found below; as high as when full, so that nothing jumps while typing. */
export const PickerRoot = styled('div')({ display: 'grid', gap: 8, minWidth: 0 })

export const PickerFrame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: 'min(320px, 42vh)',
  overflow: 'hidden',
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  '& > button': { margin: '4px auto', flex: 'none' },
})

export const PickerList = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 4,
  // The list itself scrolls: the keys of the search move in it.
  minHeight: 0,
  overflowY: 'auto',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '0 12px',
    alignItems: 'center',
    minHeight: sizes.controlTouch,
    padding: '6px 8px',
    borderRadius: sizes.radius,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '&[data-active="true"]': { backgroundColor: color.hover, boxShadow: `inset 2px 0 0 ${color.accent}` },
    '&[aria-selected="true"]': { backgroundColor: color.accentSoft },
    '&[aria-disabled="true"]': { cursor: 'default', color: color.secondary },
  },
  '& b': { fontWeight: 500 },
  '& small': { ...type.meta, color: color.secondary },
  '& li > span:last-child': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    justifyContent: 'flex-end',
    [narrow]: { justifyContent: 'flex-start' },
  },
})

export const PickerNote = styled('output')({
  ...type.meta,
  display: 'block',
  minHeight: 16,
  color: color.secondary,
})
