import { keyframes, styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } })

/** Invisible for 150 ms: what comes sooner needs no skeleton. */
const Late = styled('div')({ animation: `${appear} 80ms 150ms both` })

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: '20px 32px',
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  '& > div': { display: 'grid', gap: 6 },
  '& i': { display: 'block', height: 12, borderRadius: 4, backgroundColor: color.neutralSoft },
  '& i:first-of-type': { width: 96 },
  '& i:last-of-type': { width: '60%', height: 14 },
})

const pairs = Array.from({ length: 10 }, (_, index) => index)

/** Labels and values to come. */
const fieldShapes = (
  <Grid>
    {pairs.map((index) => (
      <div key={index}>
        <i />
        <i />
      </div>
    ))}
  </Grid>
)

interface Props {
  /** Said to those who do not see the shapes. */
  label: string
  shape?: ReactNode
}

export function SectionSkeleton({ label, shape = fieldShapes }: Props) {
  return (
    <Late aria-busy="true">
      <VisuallyHidden as="output">{label}</VisuallyHidden>
      <div aria-hidden="true">{shape}</div>
    </Late>
  )
}
