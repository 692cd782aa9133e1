import { styled } from '@mui/material/styles'
import { Children, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const columns = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: '8px 24px',
  '@container (min-width: 520px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
} as const

/** Two columns, one where it is narrow: read view and form share it, so that nothing jumps between them. */
export const FieldGrid = styled('div')(columns)
const List = styled('dl')({ ...columns, margin: 0 })

/** Gives `FieldGrid` and `FieldList` the width to measure. */
export const FieldArea = styled('div')({ containerType: 'inline-size' })

const Root = styled('div')({
  minWidth: 0,
  '&[data-wide="true"]': { gridColumn: '1 / -1' },
  '& > dt': { ...type.table, color: color.secondary },
  '& > dd': {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    minHeight: sizes.control,
    overflowWrap: 'anywhere',
    [touch]: { minHeight: sizes.controlTouch },
  },
  '& > dd > span:first-of-type': { minWidth: 0, whiteSpace: 'pre-line' },
  '& > dd > button': { opacity: 0 },
  '&:hover > dd > button, & > dd > button:focus-visible': { opacity: 1 },
  '@media (hover: none)': { '& > dd > button': { opacity: 1 } },
})

interface ListProps {
  /** Accessible name, where no heading names the group. */
  label?: string
  /** `Field`s. */
  children: ReactNode
}

/** Labels and values of a read view. */
export function FieldList({ label, children }: ListProps) {
  return (
    <FieldArea>
      <List aria-label={label}>{children}</List>
    </FieldArea>
  )
}

/** A dash for the eye and words for the ear. */
export function NotSet({ text = m.common_not_set() }: { text?: string }) {
  return (
    <>
      <span aria-hidden="true" style={{ color: color.secondary }}>
        –
      </span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </>
  )
}

interface FieldProps {
  label: string
  /** The value; nothing, `null` or an empty text is shown as not set. */
  children?: ReactNode
  /** Text of a copy button that shows on hover and focus. */
  copy?: string | null | undefined
  /** Over both columns. */
  isWide?: boolean
}

/** One label with its value. */
export function Field({ label, children, copy, isWide = false }: FieldProps) {
  const isEmpty = Children.toArray(children).every((child) => child === '')
  return (
    <Root data-wide={isWide}>
      <dt>{label}</dt>
      <dd>
        <span>{isEmpty ? <NotSet /> : children}</span>
        {copy && !isEmpty ? <CopyButton text={copy} what={label} /> : null}
      </dd>
    </Root>
  )
}
