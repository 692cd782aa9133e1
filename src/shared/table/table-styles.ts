import { styled } from '@mui/material/styles'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { motion, sizes } from '#/shared/theme/tokens.ts'
import { appearLate } from '#/shared/ui/skeletons.tsx'

/** Scrolls; everything inside is plain elements that this one style dresses. */
export const Scroller = styled('div')({
  position: 'relative',
  overflow: 'auto',
  minHeight: 0,
  backgroundColor: color.surface,
  '&[data-fill="true"]': { flex: 1, height: '100%' },

  '& > table': {
    ...type.table,
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
  },
  '& th, & td': {
    height: 'var(--row)',
    padding: '0 12px',
    textAlign: 'start',
    fontWeight: 'inherit',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    borderBottom: `1px solid ${color.hairline}`,
  },
  // Not everywhere: tabular figures also stretch the hyphens of names and numbers.
  '& [data-align="end"], & time': { fontVariantNumeric: 'tabular-nums' },
  '& [data-align="end"]': { textAlign: 'end' },
  '& thead th': {
    textOverflow: 'clip',
    position: 'sticky',
    zIndex: 1,
    top: 0,
    height: sizes.header,
    fontWeight: 500,
    color: color.secondary,
    backgroundColor: color.surface,
  },
  '& thead button': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    height: 24,
    margin: '0 -6px',
    padding: '0 6px',
    border: 0,
    borderRadius: 4,
    fontWeight: 'inherit',
    background: 'none',
    cursor: 'pointer',
    '&:hover': { color: color.text, backgroundColor: color.hover },
    '&:focus-visible': focusRingInset,
    '& > svg': { opacity: 0 },
    '&:hover > svg, &:focus-visible > svg': { opacity: 0.5 },
  },
  '& thead [aria-sort] button': { color: color.text, '& > svg': { opacity: 1 } },
  '& tbody tr[aria-rowindex]': {
    transition: `background-color ${motion.fast}ms`,
    '&:hover': { backgroundColor: color.hover },
    '&[data-open="true"]': { cursor: 'pointer' },
    '&[data-marked="true"]': { backgroundColor: color.accentSoft },
  },
  '& tbody th[scope="row"]': { fontWeight: 500, color: color.text },
  '& a': { color: 'inherit', textDecoration: 'none', '&:hover': { color: color.accent, textDecoration: 'underline' } },
  '& th > a:focus-visible, & td > a:focus-visible': { ...focusRingInset, borderRadius: 2 },
  '& [data-menu]': { padding: '0 4px', textAlign: 'end' },
  '&[data-fill="false"] tbody tr:last-child > *': { borderBottom: 0 },
  // A short table has room for what does not fit in one line: addresses, reasons.
  '&[data-fill="false"]:not([data-cards="true"]) tbody > tr > *': {
    paddingTop: 6,
    paddingBottom: 6,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '& [data-bones]': appearLate,
  '& tbody > tr[data-detail] > td': { padding: '0 0 12px 36px !important', whiteSpace: 'normal', overflow: 'visible' },

  '&[data-cards="true"]': {
    '& > table, & tbody': { display: 'block' },
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& tr[aria-rowindex]': {
      position: 'relative',
      display: 'grid',
      gap: 2,
      padding: '10px 12px',
      borderBottom: `1px solid ${color.hairline}`,
    },
    '& tbody th, & tbody td': {
      display: 'flex',
      justifyContent: 'space-between',
      gap: 16,
      height: 'auto',
      padding: 0,
      border: 0,
      textAlign: 'start',
      whiteSpace: 'normal',
      overflow: 'visible',
      overflowWrap: 'anywhere',
    },
    '& tbody th': { ...type.body, order: -1, fontWeight: 600, paddingRight: 36 },
    '& [data-label]': { flex: 'none', color: color.secondary },
    // A label with nothing beside it says nothing.
    '& td:has(> [data-label] + span:empty)': { display: 'none' },
    '& td:has(> span > button)': { alignItems: 'center' },
    '& [data-menu]': { position: 'absolute', top: 8, right: 8 },
    '& [data-spacer]': { display: 'block' },
    '& tbody > tr[data-detail]': { display: 'block' },
    '& tbody > tr[data-detail] > td': { display: 'block', padding: '0 12px 12px !important' },
  },
})

/** Below the rows: loading more, failed, or the button for more. */
export const Tail = styled('div')({
  ...type.table,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 8,
  minHeight: 44,
  color: color.secondary,
})

export const CardSort = styled('label')({
  ...type.table,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  padding: '8px 12px',
  color: color.secondary,
  borderBottom: `1px solid ${color.hairline}`,
  '& > select': { width: 'auto' },
})
