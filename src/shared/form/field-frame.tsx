import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { FieldError as Failure } from 'react-hook-form'
import { fieldErrorText } from '#/shared/form/field-error-text.ts'
import { FieldMarkLines, markIds, useFieldMarks, type FieldMark } from '#/shared/form/field-marks.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

/** Around one field; carries the bar of a changed one. */
export const FieldRoot = styled('div')({
  position: 'relative',
  minWidth: 0,
  '&[data-wide="true"]': { gridColumn: '1 / -1' },
  '&[data-changed="true"]::before': {
    content: '""',
    position: 'absolute',
    left: -10,
    top: 2,
    bottom: 2,
    width: 2,
    borderRadius: 1,
    backgroundColor: color.accent,
  },
})

const GroupRoot = styled(FieldRoot)({ margin: 0, padding: 0, border: 0 })

/** The star is no part of the accessible name; `aria-required` says the same. */
export const FieldLabel = styled('label')({
  ...type.table,
  display: 'block',
  color: color.secondary,
  '&[data-required="true"]::after': { content: ['" *"', '" *" / ""'], color: color.critical },
})

const Message = styled('p')({
  ...type.meta,
  display: 'flex',
  gap: 4,
  marginTop: 4,
  color: color.secondary,
  '&[data-error]': { color: color.critical },
  '& > svg': { marginTop: 2 },
})

export interface FieldFrameProps {
  /** Id of the control. */
  id: string
  /** Name of the field in its form. */
  name: string
  label: string
  isRequired?: boolean | undefined
  /** What to enter, below the control. */
  hint?: string | undefined
  error?: Failure | undefined
  /** Shows the thin bar of a changed field. */
  isChanged?: boolean | undefined
  /** Over both columns. */
  isWide?: boolean | undefined
  children: ReactNode
}

const hintId = (id: string) => `${id}-hint`
const errorId = (id: string) => `${id}-error`

interface Described extends Pick<FieldFrameProps, 'id' | 'hint' | 'error' | 'isRequired'> {
  marks?: readonly FieldMark[]
}

/** Attributes that tie a control to its frame. */
export const describedBy = ({ id, hint, error, isRequired, marks = [] }: Described) => ({
  id,
  'aria-required': isRequired === true,
  'aria-invalid': error !== undefined,
  'aria-describedby':
    [error && errorId(id), ...markIds(id, marks), hint && hintId(id)].filter(Boolean).join(' ') || undefined,
})

/** Label above, control, then what is wrong or what is expected. */
export function FieldFrame({
  id,
  name,
  label,
  isRequired = false,
  hint,
  error,
  isChanged = false,
  isWide = false,
  children,
}: FieldFrameProps) {
  return (
    <FieldRoot data-changed={isChanged} data-wide={isWide}>
      <FieldLabel htmlFor={id} data-required={isRequired}>
        {label}
      </FieldLabel>
      {children}
      <FieldError id={id} error={error} />
      <FieldMarkLines id={id} name={name} />
      <FieldHint id={id} hint={hint} />
    </FieldRoot>
  )
}

/** As `FieldFrame`, around several controls that make up one value; `id` is that of the group. */
export function GroupFrame({
  id,
  name,
  label,
  isRequired = false,
  hint,
  error,
  isChanged = false,
  isWide = false,
  children,
}: FieldFrameProps) {
  const marks = useFieldMarks(name)
  const described = [error && errorId(id), ...markIds(id, marks), hint && hintId(id), isRequired && `${id}-required`]
    .filter(Boolean)
    .join(' ')
  return (
    <GroupRoot
      as="fieldset"
      data-changed={isChanged}
      data-wide={isWide}
      aria-labelledby={`${id}-label`}
      aria-describedby={described || undefined}
    >
      <FieldLabel as="span" id={`${id}-label`} data-required={isRequired}>
        {label}
      </FieldLabel>
      {isRequired ? (
        <VisuallyHidden id={`${id}-required`} aria-hidden="true">
          {m.common_required()}
        </VisuallyHidden>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
      <FieldMarkLines id={id} name={name} />
      <FieldHint id={id} hint={hint} />
    </GroupRoot>
  )
}

/** What to enter, or what comes of it. */
export function FieldHint({ id, hint }: { id: string; hint: string | undefined }) {
  return hint ? <Message id={hintId(id)}>{hint}</Message> : null
}

/** Message of one control; said when it appears. */
export function FieldError({ id, error }: { id: string; error: Failure | undefined }) {
  if (!error) return null
  const message = error.message ?? ''
  return (
    <Message id={errorId(id)} data-error="">
      <Icon name="error" size={12} />
      {fieldErrorText(message, message || fieldErrorText(error.type, ''))}
    </Message>
  )
}
