import { styled } from '@mui/material/styles'
import { FilterButton } from '#/shared/filter/filter-button.tsx'
import { color } from '#/shared/theme/color.ts'

const Choices = styled('fieldset')({
  border: 0,
  margin: 0,
  padding: 8,
  maxHeight: 320,
  overflowY: 'auto',
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 32,
    padding: '0 8px',
    borderRadius: 6,
    cursor: 'pointer',
    '&:hover': { backgroundColor: color.hover },
    '& > small': { marginLeft: 'auto', color: color.secondary, fontVariantNumeric: 'tabular-nums' },
  },
})

interface Props<T extends string> {
  label: string
  /** `count`: how many there are of each, where that is known. */
  options: readonly { value: T; label: string; count?: number | undefined }[]
  chosen: readonly T[]
  /** An empty choice is no filter. */
  onChange: (chosen: T[]) => void
}

/** Any of several values. */
export function ChoiceFilter<T extends string>({ label, options, chosen, onChange }: Props<T>) {
  const toggle = (value: T) =>
    onChange(
      chosen.includes(value)
        ? chosen.filter((one) => one !== value)
        : options.map((option) => option.value).filter((one) => one === value || chosen.includes(one)),
    )
  const labels = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return (
    <FilterButton label={label} value={labels.join(', ')} onClear={() => onChange([])}>
      <Choices aria-label={label}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
            {option.label}
            {option.count === undefined ? null : <small>{option.count.toLocaleString('en')}</small>}
          </label>
        ))}
      </Choices>
    </FilterButton>
  )
}
