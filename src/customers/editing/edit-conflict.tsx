import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import { isSame } from '#/contract/same-json.ts'
import { ChoiceList } from '#/customers/editing/choice-list.tsx'
import type { Editable, Labelled, Versioned } from '#/customers/editing/editable.ts'
import type { Choice, Choices, Conflict, FieldChange } from '#/customers/editing/merge-edit.ts'
import { labelOf, textOf, whenOf, whoOf } from '#/customers/editing/said.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('section')({
  display: 'grid',
  gap: 12,
  padding: 16,
  marginBottom: 24,
  border: `1px solid ${color.caution}`,
  borderRadius: sizes.radius,
  '& > header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  '& h3:focus': { outline: 'none' },
  '& h4': { ...type.table, display: 'flex', alignItems: 'center', gap: 6, fontWeight: 600 },
  '& ul': { margin: '4px 0 0', padding: '0 0 0 22px', overflowWrap: 'anywhere' },
  '& > footer': { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 8 },
})

interface ListProps<Values> {
  editable: Labelled<Values>
  title: string
  changes: readonly FieldChange<Values>[]
}

function ChangeList<Values>({ title, changes, editable }: ListProps<Values>) {
  if (changes.length === 0) return null
  return (
    <div>
      <h4>
        <Icon name="check" size={14} />
        {title}
      </h4>
      <ul>
        {changes.map((change) => (
          <li key={change.key}>
            {labelOf(editable, change)}:{' '}
            {m.record_conflict_change({
              from: textOf(editable, change, change.from) || '–',
              to: textOf(editable, change, change.to) || '–',
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Props<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  subject: Subject
  /** The newest version, that somebody else saved. */
  version: Version
  /** What both changed. */
  conflicts: readonly Conflict<Values>[]
  /** What they changed alone. */
  theirs: readonly FieldChange<Values>[]
  /** What I changed alone. */
  mine: readonly FieldChange<Values>[]
  /** Id of the reader. */
  meId: string | undefined
  onSave: (choices: Choices) => void
  onKeepEditing: () => void
}

/** What was chosen, and over which value of theirs: one that moves again has to be chosen again. */
type Chosen = Readonly<Record<string, { choice: Choice; theirs: unknown } | undefined>>

/** Somebody saved the same thing meanwhile: who, when and what, and what counts where both changed a field. */
export function EditConflict<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  subject,
  version,
  conflicts,
  theirs,
  mine,
  meId,
  onSave,
  onKeepEditing,
}: Props<Version, Values, Patch>) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const choices = Object.fromEntries(
    conflicts.map(({ key, theirs: now }) => [key, isSame(chosen[key]?.theirs, now) ? chosen[key]?.choice : undefined]),
  )
  const newest = conflicts.toSorted((a, b) => b.at.localeCompare(a.at))[0]
  const { by, at } = newest && theirs.length === 0 ? newest : { by: version.updatedBy, at: version.updatedAt }
  const who = whoOf(by, meId)

  useEffect(() => heading.current?.focus(), [])

  const pressKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented) return
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    if (isSave) onSave(choices)
    else onKeepEditing()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its radio buttons
    <Root aria-labelledby={id} onKeyDown={pressKey}>
      <header>
        <CustomerSubject subject={subject} />
        <h3 id={id} ref={heading} tabIndex={-1}>
          {editable.texts.conflict({ who, when: whenOf(at) })}
        </h3>
      </header>
      <p>{conflicts.length > 0 ? m.record_conflict_text() : m.record_conflict_text_merged()}</p>
      <ChangeList editable={editable} title={m.record_conflict_theirs({ who })} changes={theirs} />
      <ChangeList editable={editable} title={m.record_conflict_mine()} changes={mine} />
      {conflicts.length > 0 ? (
        <ChoiceList
          editable={editable}
          conflicts={conflicts}
          meId={meId}
          choices={choices}
          onChoose={({ key, theirs: over }, choice) =>
            setChosen((known) => ({ ...known, [key]: { choice, theirs: over } }))
          }
        />
      ) : null}
      <footer>
        <Button onClick={onKeepEditing}>{m.record_conflict_keep_editing()}</Button>
        <Button variant="contained" color="primary" onClick={() => onSave(choices)}>
          {m.record_conflict_save()}
        </Button>
      </footer>
    </Root>
  )
}
