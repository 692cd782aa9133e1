import { styled } from '@mui/material/styles'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useController, type FieldValues } from 'react-hook-form'
import { GroupFrame } from '#/shared/form/field-frame.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { TextInput } from '#/shared/ui/control.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'

const Line = styled('div')({ display: 'flex', gap: 4, marginBottom: 4 })

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  maxLength?: number | undefined
  type?: 'text' | 'datetime-local'
  inputMode?: 'decimal' | 'numeric' | undefined
}

/** A line, and what tells it from others with the same text. */
interface KeyedLine {
  key: number
  text: string
}

let made = 0
function newLine(text: string): KeyedLine {
  made += 1
  return { key: made, text }
}

const isFor = (known: readonly KeyedLine[], texts: readonly string[]) =>
  known.length === texts.length && known.every(({ text }, index) => text === texts[index])

/** The lines of these texts; those that were there keep their keys. */
function keyed(texts: readonly string[], known: readonly KeyedLine[]): readonly KeyedLine[] {
  const left = [...known]
  return texts.map((text) => {
    const at = left.findIndex((line) => line.text === text)
    return (at === -1 ? undefined : left.splice(at, 1)[0]) ?? newLine(text)
  })
}

/** Several texts, one a line; the value is the list of them. */
export function TextListField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  maxLength,
  type = 'text',
  inputMode,
}: Props<Values, Context, Output>) {
  const id = useId()
  const lines = useRef<HTMLDivElement>(null)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const stored: readonly string[] = Array.isArray(value) ? (value as string[]) : []
  const texts = stored.length === 0 ? [''] : stored
  const [known, setKnown] = useState(() => keyed(texts, []))
  // Lines that came or went by another hand: the others keep their input, and with it focus and caret.
  const keys = isFor(known, texts) ? known : keyed(texts, known)
  if (keys !== known) setKnown(keys)

  const focusLine = (index: number) => lines.current?.querySelectorAll('input')[index]?.focus()
  const change = (next: readonly KeyedLine[]) => {
    setKnown(next)
    onChange(next.map(({ text }) => text))
  }
  const add = () => {
    flushSync(() => change([...keys, newLine('')]))
    focusLine(texts.length)
  }
  const remove = (index: number) => {
    flushSync(() => change(keys.filter((_, at) => at !== index)))
    focusLine(Math.max(0, index - 1))
  }

  return (
    <GroupFrame
      id={id}
      name={name}
      label={label}
      isRequired={isRequired}
      hint={hint}
      error={error}
      isChanged={isDirty}
      isWide={isWide}
    >
      <div ref={lines}>
        {keys.map(({ key, text }, index) => (
          <Line key={key}>
            <TextInput
              ref={index === 0 ? ref : undefined}
              aria-label={m.common_line_of({ label, number: index + 1 })}
              aria-invalid={error !== undefined}
              type={type}
              inputMode={inputMode}
              maxLength={maxLength}
              autoComplete="off"
              value={text}
              disabled={isDisabled}
              onChange={({ target }) =>
                change(keys.map((other) => (other.key === key ? { key, text: target.value } : other)))
              }
              onBlur={onBlur}
            />
            {texts.length > 1 ? (
              <IconButton
                icon="close"
                label={m.common_remove_line({ label, number: index + 1 })}
                disabled={isDisabled}
                onClick={() => remove(index)}
              />
            ) : null}
          </Line>
        ))}
      </div>
      <Button size="small" startIcon={<Icon name="plus" size={12} />} disabled={isDisabled} onClick={add}>
        {m.common_add_line({ label })}
      </Button>
    </GroupFrame>
  )
}
