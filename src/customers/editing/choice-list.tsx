import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { FieldName, Labelled } from '#/customers/editing/editable.ts'
import type { Choice, Choices, MergedEdit } from '#/customers/editing/merge-edit.ts'
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

interface Props<Values> {
  editable: Labelled<Values>
  conflicts: MergedEdit<Values>['conflicts']
  /** The other person. */
  who: string
  choices: Choices
  onChoose: (field: FieldName<Values>, choice: Choice) => void
}

/** One choice for each field that both changed: mine, which counts at first, or theirs; with what it was before. */
export function ChoiceList<Values>({ editable, conflicts, who, choices, onChoose }: Props<Values>) {
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
        <Row key={field} role="radiogroup" aria-label={editable.label(field)}>
          <b>{editable.label(field)}</b>
          {(['mine', 'theirs'] as const).map((choice) => (
            <Option key={choice}>
              <input
                type="radio"
                name={`${id}-${field}`}
                aria-label={`${names[choice]}: ${editable.text(field, values[choice]) || m.common_not_set()}`}
                checked={(choices[field] ?? 'mine') === choice}
                onChange={() => onChoose(field, choice)}
              />
              <span>
                <small>{names[choice]}</small>
                {editable.text(field, values[choice]) || <NotSet />}
              </span>
            </Option>
          ))}
          <span>
            <small>{m.record_conflict_before()}</small>
            {editable.text(field, values.base) || <NotSet />}
          </span>
        </Row>
      ))}
    </div>
  )
}
