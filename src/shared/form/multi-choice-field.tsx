import { styled } from '@mui/material/styles'
import { useId, useState, type KeyboardEvent } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { foldText } from '#/contract/fold-text.ts'
import { GroupFrame } from '#/shared/form/field-frame.tsx'
import type { Option } from '#/shared/form/select-field.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { TextInput } from '#/shared/ui/control.ts'

const Box = styled('div')({
  border: `1px solid ${color.controlBorder}`,
  borderRadius: sizes.radius,
  '&[data-invalid="true"]': { borderColor: color.critical },
  '& > input': { margin: 4, width: 'calc(100% - 8px)' },
  '& > p': { ...type.meta, padding: '4px 8px', color: color.secondary },
})

const List = styled('div')({
  maxHeight: 196,
  overflowY: 'auto',
  padding: '2px 4px',
  '& > label': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 28,
    padding: '0 4px',
    borderRadius: 4,
    cursor: 'pointer',
    [touch]: { minHeight: sizes.controlTouch },
  },
  '& > label:hover': { backgroundColor: color.hover },
  '& input': { width: 16, height: 16, margin: 0, flex: 'none' },
})

/** From so many options on there is a box to find one. */
const manyOptions = 9

/** Up and down move between the boxes, which are one stop for Tab. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const at = boxes.findIndex((box) => box === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key]
  if (to === undefined || at === -1) return
  event.preventDefault()
  boxes[Math.max(0, Math.min(to, boxes.length - 1))]?.focus()
}

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  options: readonly Option[]
}

/** Any of several choices; the value is the list of the chosen ones. Those that are not offered any more stay. */
export function MultiChoiceField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  options,
}: Props<Values, Context, Output>) {
  const id = useId()
  const [words, setWords] = useState('')
  const [stop, setStop] = useState<string>()
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const chosen: readonly string[] = Array.isArray(value) ? (value as string[]) : []
  const unknown = chosen.filter((each) => !options.some((option) => option.value === each))
  const all = [...unknown.map((each): Option => ({ value: each, label: each })), ...options]
  const wanted = foldText(words)
  const shown = all.filter((option) => foldText(option.label).includes(wanted))
  const tabStop = shown.some((option) => option.value === stop) ? stop : shown[0]?.value
  const toggle = (each: string) =>
    onChange(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])

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
      <Box data-invalid={error !== undefined}>
        {all.length >= manyOptions ? (
          <TextInput
            type="search"
            value={words}
            placeholder={m.common_find_choice()}
            aria-label={m.common_find_choice_of({ label })}
            autoComplete="off"
            onChange={({ target }) => setWords(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault()
              if (event.key !== 'Escape' || words === '') return
              event.preventDefault()
              setWords('')
            }}
          />
        ) : null}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its boxes */}
        <List onKeyDown={moveFocus}>
          {shown.map((option) => (
            <label key={option.value}>
              <input
                type="checkbox"
                ref={option.value === tabStop ? ref : undefined}
                tabIndex={option.value === tabStop ? 0 : -1}
                checked={chosen.includes(option.value)}
                disabled={isDisabled || (option.isDisabled === true && !chosen.includes(option.value))}
                onFocus={() => setStop(option.value)}
                onChange={() => toggle(option.value)}
                onBlur={onBlur}
              />
              {option.label}
            </label>
          ))}
        </List>
        <p>
          {shown.length === 0
            ? m.common_no_choice_found()
            : m.common_chosen_of({ count: chosen.length, all: all.length })}
        </p>
      </Box>
    </GroupFrame>
  )
}
