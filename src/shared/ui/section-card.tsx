import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'

const Root = styled('section')({
  backgroundColor: color.surface,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  minWidth: 0,
})

const Header = styled('header')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: '4px 8px',
  minHeight: 48,
  padding: '8px 16px',
  '& > h2, & > h3': { minWidth: 0, overflowWrap: 'anywhere' },
  '& > div': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginLeft: 'auto' },
})

const Body = styled('div')({ padding: '0 16px 16px', '&[data-flush="true"]': { padding: 0 } })

interface Props {
  title: ReactNode
  /** 2 for a section, 3 inside one. */
  level?: 2 | 3
  /** How many there are, beside the title and no part of it. */
  count?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** Without padding, for a table that fills the card. */
  isFlush?: boolean
  children: ReactNode
}

/** A bordered part of a section, named by its heading. */
export function SectionCard({ title, level = 2, count, actions, isFlush = false, children }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Root aria-labelledby={id}>
      <Header>
        <Heading id={id}>{title}</Heading>
        {count}
        {actions ? <div>{actions}</div> : null}
      </Header>
      <Body data-flush={isFlush}>{children}</Body>
    </Root>
  )
}
