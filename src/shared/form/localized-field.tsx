import { styled } from '@mui/material/styles'
import { useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useController, type FieldValues } from 'react-hook-form'
import type { Localized } from '#/contract/common.ts'
import { GroupFrame } from '#/shared/form/field-frame.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { languageName } from '#/shared/format/country-name.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { SelectInput, TextArea, TextInput } from '#/shared/ui/control.ts'

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'fit-content(120px) minmax(0, 1fr)',
  gap: 8,
  alignItems: 'center',
  marginBottom: 4,
  '& > span': { ...type.meta, color: color.secondary, overflowWrap: 'anywhere' },
})

const More = styled('div')({ maxWidth: 240 })

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  /** Cultures that are offered beside those that have a text. */
  languages: readonly string[]
  maxLength?: number | undefined
  isMultiline?: boolean
}

/** The cultures that have a line: those with a text, and the one of the reader when there is none. */
function linesOf(texts: Localized): string[] {
  const cultures = Object.keys(texts)
  return cultures.length === 0 ? [displayLocale()] : cultures
}

/** A text in several languages; the value is the text by culture. */
export function LocalizedField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  languages,
  maxLength,
  isMultiline = false,
}: Props<Values, Context, Output>) {
  const id = useId()
  const lines = useRef<HTMLDivElement>(null)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const texts: Localized = value ?? {}
  const shown = linesOf(texts)
  const more = languages.filter((language) => !shown.includes(language))

  const add = (language: string) => {
    flushSync(() =>
      onChange({ ...Object.fromEntries(shown.map((culture) => [culture, texts[culture] ?? ''])), [language]: '' }),
    )
    const inputs = lines.current?.querySelectorAll<HTMLElement>('input, textarea')
    inputs?.[inputs.length - 1]?.focus()
  }
  const Control = isMultiline ? TextArea : TextInput

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
        {shown.map((culture, index) => (
          <Line key={culture}>
            <span aria-hidden="true">{languageName(culture)}</span>
            <Control
              ref={index === 0 ? ref : undefined}
              lang={culture}
              aria-label={m.common_text_in({ label, language: languageName(culture) })}
              aria-invalid={error !== undefined}
              autoComplete="off"
              maxLength={maxLength}
              value={texts[culture] ?? ''}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ ...texts, [culture]: target.value })}
              onBlur={onBlur}
            />
          </Line>
        ))}
      </div>
      {more.length > 0 && !isDisabled ? (
        <More>
          <SelectInput
            aria-label={m.common_add_language_to({ label })}
            value=""
            onChange={({ target }) => add(target.value)}
          >
            <option value="">{m.common_add_language()}</option>
            {more.map((language) => (
              <option key={language} value={language}>
                {languageName(language)}
              </option>
            ))}
          </SelectInput>
        </More>
      ) : null}
    </GroupFrame>
  )
}
