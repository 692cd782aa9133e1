import { styled } from '@mui/material/styles'
import { FilterButton } from '#/shared/filter/filter-button.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'

const Fields = styled('div')({
  display: 'grid',
  gap: 12,
  padding: 12,
  '& label': { display: 'grid', gap: 4, fontSize: 13, color: color.secondary },
  '& input': {
    height: 32,
    padding: '0 8px',
    borderRadius: 6,
    border: `1px solid ${color.controlBorder}`,
    background: color.surface,
    color: color.text,
  },
})

interface Props {
  label: string
  /** First day that counts, `YYYY-MM-DD`. */
  from: string | undefined
  /** First day that does not count any more. */
  to: string | undefined
  onChange: (range: { from: string | undefined; to: string | undefined }) => void
}

/** A range of days; the end is exclusive, as it is in the address and the API. */
export function DateRangeFilter({ label, from, to, onChange }: Props) {
  const value = [from && m.common_date_from({ date: from }), to && m.common_date_before({ date: to })]
  return (
    <FilterButton
      label={label}
      value={value.filter(Boolean).join(' ')}
      onClear={() => onChange({ from: undefined, to: undefined })}
    >
      <Fields>
        <label>
          {m.common_from()}
          <input
            type="date"
            value={from ?? ''}
            max={to}
            onChange={({ target }) => onChange({ from: target.value || undefined, to })}
          />
        </label>
        <label>
          {m.common_before()}
          <input
            type="date"
            value={to ?? ''}
            min={from}
            onChange={({ target }) => onChange({ from, to: target.value || undefined })}
          />
        </label>
      </Fields>
    </FilterButton>
  )
}
