import { styled } from '@mui/material/styles'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'

const FilterPopover = lazy(() =>
  import('#/shared/filter/filter-popover.tsx').then((module) => ({ default: module.FilterPopover })),
)

const Button = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 28,
  padding: '0 10px',
  maxWidth: 280,
  border: `1px dashed ${color.controlBorder}`,
  borderRadius: 6,
  background: 'none',
  fontSize: 13,
  lineHeight: '18px',
  color: color.secondary,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  '&:hover': { backgroundColor: color.hover },
  '&[data-set="true"]': { borderStyle: 'solid', color: color.text, backgroundColor: color.surface },
  '& span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '@media (pointer: coarse)': { minHeight: 36 },
})

interface Props {
  /** What is filtered: `Status`. */
  label: string
  /** What is chosen, in words; empty when nothing is. */
  value: string
  /** Fields of the filter, shown in a popover. */
  children: ReactNode
  onClear: () => void
}

/** A button that shows a filter's value and opens its fields. */
export function FilterButton({ label, value, children, onClear }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const popoverId = useId()
  const clear = () => {
    onClear()
    setAnchor(null)
  }
  return (
    <>
      <Button
        type="button"
        data-set={value !== ''}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <span>{value === '' ? label : m.common_filter_value({ label, value })}</span>
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <FilterPopover
            id={popoverId}
            label={label}
            anchor={anchor}
            onClose={() => setAnchor(null)}
            onClear={value === '' ? undefined : clear}
          >
            {children}
          </FilterPopover>
        </Suspense>
      )}
    </>
  )
}
