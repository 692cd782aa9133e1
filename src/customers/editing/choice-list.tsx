import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { Labelled } from '#/customers/editing/editable.ts'
import type { Choice, Choices, Conflict } from '#/customers/editing/merge-edit.ts'
import { labelOf, textOf, whoOf } from '#/customers/editing/said.ts'
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
  '& small[data-always="true"]': { display: 'block' },
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
  conflicts: readonly Conflict<Values>[]
  /** Id of the reader. */
  meId: string | undefined
  choices: Choices
  onChoose: (conflict: Conflict<Values>, choice: Choice) => void
}

/** One choice for each field that both changed: mine, which counts at first, or theirs; with what it was before. */
export function ChoiceList<Values>({ editable, conflicts, meId, choices, onChoose }: Props<Values>) {
  const id = useId()
  const people = [...new Set(conflicts.map(({ by }) => whoOf(by, meId)))]
  const namesFor = (who: string): Record<Choice, string> => ({
    mine: m.record_conflict_yours(),
    theirs: m.record_conflict_of({ who }),
  })
  return (
    <div>
      <Heads aria-hidden="true">
        <span>{m.record_conflict_field()}</span>
        <span>{m.record_conflict_yours()}</span>
        <span>
          {people.length === 1 ? m.record_conflict_of({ who: people.join('') }) : m.record_conflict_theirs_column()}
        </span>
        <span>{m.record_conflict_before()}</span>
      </Heads>
      {conflicts.map((conflict) => (
        <ConflictRow
          key={conflict.key}
          group={`${id}-${conflict.key}`}
          label={labelOf(editable, conflict)}
          names={namesFor(whoOf(conflict.by, meId))}
          text={(value) => textOf(editable, conflict, value)}
          values={conflict}
          isShared={people.length === 1}
          chosen={choices[conflict.key] ?? 'mine'}
          onChoose={(choice) => onChoose(conflict, choice)}
        />
      ))}
    </div>
  )
}

interface RowProps {
  group: string
  label: string
  names: Record<Choice, string>
  /** A value as people read it. */
  text: (value: unknown) => string
  values: { mine: unknown; theirs: unknown; before: unknown }
  /** The heads of the columns say who it was. */
  isShared: boolean
  chosen: Choice
  onChoose: (choice: Choice) => void
}

function ConflictRow({ group, label, names, text, values, isShared, chosen, onChoose }: RowProps) {
  return (
    <Row role="radiogroup" aria-label={label}>
      <b>{label}</b>
      {(['mine', 'theirs'] as const).map((choice) => (
        <Option key={choice}>
          <input
            type="radio"
            name={group}
            aria-label={`${names[choice]}: ${text(values[choice]) || m.common_not_set()}`}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
          <span>
            <small data-always={!isShared && choice === 'theirs'}>{names[choice]}</small>
            {text(values[choice]) || <NotSet />}
          </span>
        </Option>
      ))}
      <span>
        <small>{m.record_conflict_before()}</small>
        {text(values.before) || <NotSet />}
      </span>
    </Row>
  )
}
