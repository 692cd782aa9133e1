import { keyframes, styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const appear = keyframes({ from: { visibility: 'hidden' }, to: { visibility: 'visible' } })

/** Shows after 150 ms only: quick answers never flash a skeleton. No timer, so it costs no render. */
export const appearLate = { animation: `${appear} 0s 150ms both` }

const Late = styled('output')({ display: 'block', ...appearLate })

/** One grey bar. */
export const Bone = styled('span')({
  display: 'block',
  height: 12,
  borderRadius: 4,
  backgroundColor: color.neutralSoft,
})

const BoneRow = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 24,
  padding: '0 12px',
  borderBottom: `1px solid ${color.hairline}`,
})

const BoneCards = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
})
const BoneCard = styled('div')({
  display: 'grid',
  gap: 10,
  padding: 16,
  backgroundColor: color.surface,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
})

const widths = [64, 40, 52, 36, 72, 48, 44, 60] as const
/** Width of the n-th bar. */
export const boneWidth = (index: number) => `${widths[index % widths.length] ?? 50}%`
const times = (count: number, make: (index: number) => ReactNode) =>
  Array.from({ length: count }, (_, index) => make(index))

/** Anything that has the shape of what comes, late and announced. */
export function SkeletonRegion({ children }: { children: ReactNode }) {
  return (
    <Late>
      <VisuallyHidden>{m.common_loading()}</VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </Late>
  )
}

/** Shape of a `FieldList` with so many fields. */
export function FieldsSkeleton({ fields = 8 }: { fields?: number }) {
  return (
    <SkeletonRegion>
      <FieldArea>
        <FieldGrid>
          {times(fields, (index) => (
            <div key={index}>
              <Bone style={{ width: '24%', height: 10, margin: '4px 0' }} />
              <Bone style={{ width: boneWidth(index), margin: '10px 0' }} />
            </div>
          ))}
        </FieldGrid>
      </FieldArea>
    </SkeletonRegion>
  )
}

/** Shape of table rows. */
export function RowsSkeleton({
  rows = 8,
  columns = 4,
  height = sizes.row.comfortable,
}: {
  rows?: number
  columns?: number
  height?: number
}) {
  return (
    <SkeletonRegion>
      {times(rows, (row) => (
        <BoneRow key={row} style={{ height }}>
          {times(columns, (column) => (
            <span key={column} style={{ flex: 1 }}>
              <Bone style={{ width: boneWidth(row + column * 3) }} />
            </span>
          ))}
        </BoneRow>
      ))}
    </SkeletonRegion>
  )
}

/** Shape of cards in a grid. */
export function CardsSkeleton({ cards = 3, lines = 4 }: { cards?: number; lines?: number }) {
  return (
    <SkeletonRegion>
      <BoneCards>
        {times(cards, (card) => (
          <BoneCard key={card}>
            {times(lines, (line) => (
              <Bone key={line} style={{ width: boneWidth(card + line) }} />
            ))}
          </BoneCard>
        ))}
      </BoneCards>
    </SkeletonRegion>
  )
}
