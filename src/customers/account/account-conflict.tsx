import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { ChoiceList } from '#/customers/account/choice-list.tsx'
import { fieldLabel, fieldText } from '#/customers/account/account-labels.ts'
import type { Choices, FieldChange, MergedAccount } from '#/customers/account/merge-account.ts'
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

type Change = FieldChange<Parameters<typeof fieldLabel>[0]>

function ChangeList({ title, changes }: { title: string; changes: readonly Change[] }) {
  if (changes.length === 0) return null
  const text = ({ field, from, to }: Change) =>
    m.record_conflict_change({ from: fieldText(field, from) || '–', to: fieldText(field, to) || '–' })
  return (
    <div>
      <h4>
        <Icon name="check" size={14} />
        {title}
      </h4>
      <ul>
        {changes.map((change) => (
          <li key={change.field}>
            {fieldLabel(change.field)}: {text(change)}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Props {
  subject: Subject
  theirs: Customer
  merged: MergedAccount
  onSave: (choices: Choices) => void
  onKeepEditing: () => void
}

/** Somebody saved the account meanwhile: who, when and what, and what counts where both changed a field. */
export function AccountConflict({ subject, theirs, merged, onSave, onKeepEditing }: Props) {
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
          {m.record_conflict_title({ who, when: whenOf(updatedAt) })}
        </h3>
      </header>
      <p>{merged.conflicts.length > 0 ? m.record_conflict_text() : m.record_conflict_text_merged()}</p>
      <ChangeList title={m.record_conflict_theirs({ who })} changes={merged.theirs} />
      <ChangeList title={m.record_conflict_mine()} changes={merged.mine} />
      {merged.conflicts.length > 0 ? (
        <ChoiceList
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
