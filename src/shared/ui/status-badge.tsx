import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'

export type Tone = 'positive' | 'caution' | 'critical' | 'info' | 'neutral'

const looks: Record<Tone, { ink: string; shape: ReactNode }> = {
  positive: { ink: color.positive, shape: <circle cx="5" cy="5" r="4" /> },
  info: { ink: color.accent, shape: <path d="M5 1a4 4 0 0 1 0 8z" /> },
  caution: { ink: color.caution, shape: <path d="M5 .5 9.75 9H.25z" /> },
  critical: { ink: color.critical, shape: <path d="M1 1h8v8H1z" /> },
  neutral: { ink: color.secondary, shape: null },
}

const Root = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
})

interface Props {
  /** Decides shape and colour; each tone has a shape of its own. */
  tone: Tone
  /** The word, always shown. */
  children: ReactNode
}

/** The shape of a tone alone, where the word has no room beside it but is said elsewhere. */
export function StatusShape({ tone }: Pick<Props, 'tone'>) {
  const { ink, shape } = looks[tone]
  return (
    <svg
      viewBox="0 0 10 10"
      width="10"
      height="10"
      aria-hidden="true"
      fill={shape ? ink : 'none'}
      stroke={ink}
      strokeWidth={1.5}
      style={{ flex: 'none' }}
    >
      {shape}
      {tone === 'positive' || tone === 'caution' || tone === 'critical' ? null : (
        <circle cx="5" cy="5" r="4" fill="none" />
      )}
    </svg>
  )
}

/** A status: a small shape and a word, never a colour alone. */
export function StatusBadge({ tone, children }: Props) {
  return (
    <Root>
      <StatusShape tone={tone} />
      {children}
    </Root>
  )
}
