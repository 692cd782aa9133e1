import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, type } from '#/shared/theme/color.ts'

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 })

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 16px',
  padding: '8px 0',
  borderTop: `1px solid ${color.hairline}`,
  overflowWrap: 'anywhere',
  '&:first-of-type': { borderTop: 0, paddingTop: 0 },
  '&:last-of-type': { paddingBottom: 0 },
})

const Main = styled('div')({
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  minWidth: 0,
  '& > div:first-of-type': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', fontWeight: 500 },
})

const Aside = styled('div')({
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  justifyItems: 'end',
  textAlign: 'end',
  fontVariantNumeric: 'tabular-nums',
})

/** The second line of a row, and what is said beside something. */
export const Meta = styled('span')({
  ...type.table,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  fontWeight: 400,
  color: color.secondary,
})

/** A word about a row. */
export const Tag = styled('small')({
  ...type.meta,
  padding: '0 6px',
  borderRadius: 4,
  fontWeight: 500,
  whiteSpace: 'nowrap',
  color: color.secondary,
  backgroundColor: color.neutralSoft,
  '&[data-tone="accent"]': { color: color.accent, backgroundColor: color.accentSoft },
  '&[data-tone="caution"]': { color: color.caution, backgroundColor: color.cautionSoft },
  '&[data-tone="critical"]': { color: color.critical, backgroundColor: color.criticalSoft },
})

/** Rows of a card, in a list that is named as the card. */
export function CardRows({ label, children }: { label: string; children: ReactNode }) {
  return <List aria-label={label}>{children}</List>
}

interface RowProps {
  /** What it is, with words about it. */
  title: ReactNode
  /** At the end of the row: an amount, a status. */
  aside?: ReactNode
  /** Further lines. */
  children?: ReactNode
}

/** One thing on a card. */
export function CardRow({ title, aside, children }: RowProps) {
  return (
    <Row>
      <Main>
        <div>{title}</div>
        {children}
      </Main>
      {aside ? <Aside>{aside}</Aside> : null}
    </Row>
  )
}
