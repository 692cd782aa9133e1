import { styled } from '@mui/material/styles'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'

const Switch = styled('label')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: sizes.control,
  cursor: 'pointer',
  [touch]: { minHeight: sizes.controlTouch },
  '& > input': { width: 16, height: 16, margin: 0 },
  '& > small': { color: color.secondary, fontVariantNumeric: 'tabular-nums' },
})

interface Props {
  label: string
  /** How many there are, where that is known. */
  count?: number | undefined
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** One thing that a list shows or leaves out. */
export function SwitchFilter({ label, count, isOn, onChange }: Props) {
  return (
    <Switch>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
      {count === undefined ? null : <small>{count.toLocaleString('en')}</small>}
    </Switch>
  )
}
