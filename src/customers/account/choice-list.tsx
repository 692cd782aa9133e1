import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { fieldLabel, fieldText } from '#/customers/account/account-labels.ts'
import type { AccountField } from '#/customers/account/account-values.ts'
import type { Choice, Choices, MergedAccount } from '#/customers/account/merge-account.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow, sizes, touch } from '#/shared/theme/tokens.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'

const columns = 'minmax(96px, 160px) repeat(3, minmax(0, 1fr))'

const Heads = styled('div')({
  ...type.table,
  display: 'grid',
  gridTemplateColumns: columns,
  gap: 12,
  paddingBottom: 4,
  color: color.secondary,
  borderBottom: `1px solid ${color.hairline}`,
  [narrow]: { display: 'none' },
})

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: columns,
  gap: '4px 12px',
  alignItems: 'center',
  padding: '6px 0',
  borderBottom: `1px solid ${color.hairline}`,
  overflowWrap: 'anywhere',
  '& small': { ...type.meta, color: color.secondary, display: 'none' },
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', '& small': { display: 'block' } },
})

const Option = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: sizes.control,
  cursor: 'pointer',
  [touch]: { minHeight: sizes.controlTouch },
  '& > input': { flex: 'none', width: 16, height: 16, margin: 0 },
})

interface Props {
  conflicts: MergedAccount['conflicts']
  /** The other person. */
  who: string
  choices: Choices
  onChoose: (field: AccountField, choice: Choice) => void
}

/** One choice for each field that both changed: mine, which counts at first, or theirs; with what it was before. */
export function ChoiceList({ conflicts, who, choices, onChoose }: Props) {
  const id = useId()
  const names: Record<Choice, string> = { mine: m.record_conflict_yours(), theirs: m.record_conflict_of({ who }) }
  return (
    <div>
      <Heads aria-hidden="true">
        <span>{m.record_conflict_field()}</span>
        <span>{names.mine}</span>
        <span>{names.theirs}</span>
        <span>{m.record_conflict_before()}</span>
      </Heads>
      {conflicts.map(({ field, ...values }) => (
        <Row key={field} role="radiogroup" aria-label={fieldLabel(field)}>
          <b>{fieldLabel(field)}</b>
          {(['mine', 'theirs'] as const).map((choice) => (
            <Option key={choice}>
              <input
                type="radio"
                name={`${id}-${field}`}
                aria-label={`${names[choice]}: ${fieldText(field, values[choice]) || m.common_not_set()}`}
                checked={(choices[field] ?? 'mine') === choice}
                onChange={() => onChoose(field, choice)}
              />
              <span>
                <small>{names[choice]}</small>
                {fieldText(field, values[choice].trim()) || <NotSet />}
              </span>
            </Option>
          ))}
          <span>
            <small>{m.record_conflict_before()}</small>
            {fieldText(field, values.base) || <NotSet />}
          </span>
        </Row>
      ))}
    </div>
  )
}
