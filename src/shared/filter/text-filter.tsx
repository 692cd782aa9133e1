import { useId, useState } from 'react'
import { FilterButton } from '#/shared/filter/filter-button.tsx'
import { FilterFields, FilterHint } from '#/shared/filter/filter-fields.ts'
import { TextInput } from '#/shared/ui/control.ts'

interface Props {
  label: string
  hint: string
  maxLength: number
  text: string | undefined
  onChange: (text: string | undefined) => void
}

function TextField({ label, hint, maxLength, text, onChange }: Props) {
  const hintId = useId()
  const [typed, setTyped] = useState(text ?? '')
  // Compared with what was applied here, not with the filter: that may have been cleared while this closes.
  const [applied, setApplied] = useState(typed)
  const apply = () => {
    const trimmed = typed.trim()
    if (trimmed === applied) return
    setApplied(trimmed)
    onChange(trimmed === '' ? undefined : trimmed)
  }
  return (
    <FilterFields>
      <label>
        {label}
        <TextInput
          value={typed}
          maxLength={maxLength}
          autoComplete="off"
          aria-describedby={hintId}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={apply}
          onKeyDown={({ key }) => {
            if (key === 'Enter') apply()
          }}
        />
      </label>
      <FilterHint id={hintId}>{hint}</FilterHint>
    </FilterFields>
  )
}

/** A value that must be met as a whole; applies with Enter and when the field is left. */
export function TextFilter(props: Props) {
  const { label, text = '', onChange } = props
  return (
    <FilterButton label={label} value={text} onClear={() => onChange(undefined)}>
      <TextField {...props} />
    </FilterButton>
  )
}
