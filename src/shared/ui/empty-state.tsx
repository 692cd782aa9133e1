import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'

/** Shared frame of empty and error states. */
export const StateBox = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 4,
  padding: '40px 24px',
  textAlign: 'center',
  overflowWrap: 'anywhere',
  '& > h3': { fontWeight: 600 },
  '& > p': { maxWidth: 480, color: color.secondary },
  '& > div': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    alignItems: 'center',
    gap: 8,
    marginTop: 12,
  },
})

interface Props {
  /** What this is, in a few words. */
  title: string
  /** A sentence more. */
  text?: string | undefined
  /** The next step: a button or link. */
  action?: ReactNode
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <StateBox>
      <h3>{title}</h3>
      {text ? <p>{text}</p> : null}
      {action ? <div>{action}</div> : null}
    </StateBox>
  )
}
