import { styled } from '@mui/material/styles'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useChangeCount, type EditInForm } from '#/customers/editing/edit-changes.tsx'
import type { Versioned } from '#/customers/editing/editable.ts'
import { followEdit } from '#/customers/editing/merge-edit.ts'
import { typedText } from '#/customers/editing/said.ts'
import { FormBar } from '#/shared/form/form-actions.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'

/** Why an edit cannot be saved where it belongs any more, and what can be done with it instead. */
export interface Lost<Values> {
  text: string
  /** What was typed cannot go anywhere: it is there to be read and copied. */
  isReadOnly: boolean
  rescue?: { label: string; run: (typed: Values) => void }
}

const Root = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  padding: '8px 12px',
  marginBottom: 16,
  border: `1px solid ${color.caution}`,
  borderRadius: sizes.radius,
  backgroundColor: color.cautionSoft,
  '&:focus': { outline: 'none' },
  '& > svg': { color: color.caution, marginTop: 2 },
  '& > div': { flex: 1, minWidth: 200, overflowWrap: 'anywhere' },
})

interface NoteProps<Version extends Versioned, Values extends FieldValues, Patch> {
  edit: EditInForm<Version, Values, Patch>
  text: string
  subject: Subject
  /** Where the focus may be when the fields are taken from it. */
  isFocusIn: () => boolean
}

/** Above a form that cannot be saved any more: why, and that nothing typed is gone. */
export function LostNote<Version extends Versioned, Values extends FieldValues, Patch>({
  edit,
  text,
  subject,
  isFocusIn,
}: NoteProps<Version, Values, Patch>) {
  const hasTyped = useChangeCount(edit) > 0
  const root = useRef<HTMLDivElement>(null)
  const takeFocus = useEffectEvent(() => {
    if (isFocusIn()) root.current?.focus({ preventScroll: true })
  })
  useEffect(() => takeFocus(), [])
  return (
    <Root ref={root} role="alert" tabIndex={-1}>
      <Icon name="alert" />
      <div>
        <CustomerSubject subject={subject} />
        <p>{text}</p>
        <p>{hasTyped ? m.editing_typed_kept() : m.editing_nothing_typed()}</p>
      </div>
    </Root>
  )
}

interface ActionsProps<Version extends Versioned, Values extends FieldValues, Patch> {
  edit: EditInForm<Version, Values, Patch>
  rescue: { label: string; run: () => void } | undefined
  typed: () => Values
  onDiscard: () => void
  /** How much was typed. */
  children: ReactNode
}

/** In the place of Save: what can be done with what was typed. */
export function LostActions<Version extends Versioned, Values extends FieldValues, Patch>({
  edit,
  rescue,
  typed,
  onDiscard,
  children,
}: ActionsProps<Version, Values, Patch>) {
  const { editable, base } = edit
  const hasTyped = useChangeCount(edit) > 0
  const copy = useCopyText()
  const text = () => typedText(editable, followEdit(editable, { version: base, moved: {} }, typed(), base).mine)
  return (
    <FormBar>
      {rescue ? (
        <Button variant="contained" color="primary" onClick={rescue.run}>
          {rescue.label}
        </Button>
      ) : null}
      {hasTyped ? (
        <Button onClick={() => void copy(text(), m.editing_copied())}>{m.editing_copy_typed()}</Button>
      ) : null}
      <Button onClick={onDiscard}>{hasTyped ? m.editing_discard() : m.editing_close()}</Button>
      <span>{children}</span>
    </FormBar>
  )
}
