import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ChoiceList } from '#/customers/editing/choice-list.tsx'
import type { Editable, FieldName, Labelled, Versioned } from '#/customers/editing/editable.ts'
import type { Choices, FieldChange, MergedEdit } from '#/customers/editing/merge-edit.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
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

const minute = 60_000

function whenOf(at: string): string {
  return Date.now() - Date.parse(at) < minute ? m.common_just_now() : formatRelative(at)
}

interface ListProps<Values> {
  editable: Labelled<Values>
  title: string
  changes: readonly FieldChange[]
}

function ChangeList<Values>({ title, changes, editable }: ListProps<Values>) {
  if (changes.length === 0) return null
  const text = (field: string, value: unknown) => editable.text(field as FieldName<Values>, value) || '–'
  return (
    <div>
      <h4>
        <Icon name="check" size={14} />
        {title}
      </h4>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {editable.label(field as FieldName<Values>)}:{' '}
            {m.record_conflict_change({ from: text(field, from), to: text(field, to) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Props<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  subject: Subject
  theirs: Version
  merged: MergedEdit<Values>
  onSave: (choices: Choices) => void
  onKeepEditing: () => void
}

/** Somebody saved the same thing meanwhile: who, when and what, and what counts where both changed a field. */
export function EditConflict<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  subject,
  theirs,
  merged,
  onSave,
  onKeepEditing,
}: Props<Version, Values, Patch>) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [choices, setChoices] = useState<Choices>({})
  const { updatedBy, updatedAt } = theirs
  const who = updatedBy.displayName ?? codeLabel('actorType', updatedBy.type)

  useEffect(() => heading.current?.focus(), [])

  return (
    <Root aria-labelledby={id}>
      <header>
        <CustomerSubject subject={subject} />
        <h3 id={id} ref={heading} tabIndex={-1}>
          {editable.texts.conflict({ who, when: whenOf(updatedAt) })}
        </h3>
      </header>
      <p>{merged.conflicts.length > 0 ? m.record_conflict_text() : m.record_conflict_text_merged()}</p>
      <ChangeList editable={editable} title={m.record_conflict_theirs({ who })} changes={merged.theirs} />
      <ChangeList editable={editable} title={m.record_conflict_mine()} changes={merged.mine} />
      {merged.conflicts.length > 0 ? (
        <ChoiceList
          editable={editable}
          conflicts={merged.conflicts}
          who={who}
          choices={choices}
          onChoose={(field, choice) => setChoices((known) => ({ ...known, [field]: choice }))}
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
