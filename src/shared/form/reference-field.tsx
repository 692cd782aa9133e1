import useAutocomplete from '@mui/material/useAutocomplete'
import { useForkRef } from '@mui/material/utils'
import { styled } from '@mui/material/styles'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useController, type FieldValues } from 'react-hook-form'
import { GroupFrame } from '#/shared/form/field-frame.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, shadow, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { TextInput } from '#/shared/ui/control.ts'
import { IconButton } from '#/shared/ui/icon-button.tsx'

const Picked = styled('ul')({
  listStyle: 'none',
  padding: 0,
  '& > li': { display: 'flex', alignItems: 'center', gap: 4, minHeight: sizes.control },
  '& > li > span': { minWidth: 0, overflowWrap: 'anywhere' },
})

const Search = styled('div')({ position: 'relative' })

const List = styled('ul')({
  position: 'absolute',
  zIndex: 3,
  left: 0,
  right: 0,
  top: '100%',
  listStyle: 'none',
  margin: '2px 0 0',
  padding: 4,
  maxHeight: 240,
  overflowY: 'auto',
  backgroundColor: color.raised,
  borderRadius: sizes.radius,
  boxShadow: shadow.menu,
  '& > li': { padding: '6px 8px', borderRadius: 4, cursor: 'pointer', overflowWrap: 'anywhere' },
  '& > li.Mui-focused': { backgroundColor: color.hover },
  '& small': { ...type.meta, color: color.secondary },
})

const State = styled('output')({ ...type.meta, display: 'block', color: color.secondary })

/** Something that can be referred to. */
export interface Referable {
  id: string
  label: string
}

/** Found ones; `note` tells two of one name apart. */
export interface Found<Reference extends Referable> {
  reference: Reference
  note?: string | null
}

/** How records of a kind are found by words. */
export interface ReferenceSearch<Reference extends Referable> {
  /** Tells the answers of one kind from those of another. */
  kind: string
  find: (words: string, signal: AbortSignal) => Promise<readonly Found<Reference>[]>
}

interface Props<Values extends FieldValues, Context, Output, Reference extends Referable> extends BoundFieldProps<
  Values,
  Context,
  Output
> {
  search: ReferenceSearch<Reference>
  /** Several instead of one. */
  isMultiple?: boolean
}

/** References to other records, found by search; the value is the list of them, at most one unless several are allowed. */
export function ReferenceField<Values extends FieldValues, Context, Output, Reference extends Referable>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  search,
  isMultiple = false,
}: Props<Values, Context, Output, Reference>) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const chosen: readonly Reference[] = Array.isArray(value) ? (value as Reference[]) : []
  const query = useQuery({
    queryKey: ['references', search.kind, words.trim()] as const,
    queryFn: ({ signal }) => search.find(words.trim(), signal),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const found = words.trim() === '' ? [] : (query.data ?? [])

  const pick = (picked: Found<Reference> | null) => {
    if (!picked) return
    setWords('')
    const others = isMultiple ? chosen.filter((each) => each.id !== picked.reference.id) : []
    onChange([...others, picked.reference])
  }
  const remove = (reference: Reference) => {
    flushSync(() => onChange(chosen.filter((each) => each.id !== reference.id)))
    input.current?.focus()
  }
  const combobox = useAutocomplete({
    id,
    options: found,
    value: null,
    inputValue: words,
    disabled: isDisabled,
    getOptionLabel: ({ reference }) => reference.label,
    getOptionKey: ({ reference }) => reference.id,
    filterOptions: (options) => [...options],
    onInputChange: (_event, typed, reason) => {
      if (reason === 'input' || reason === 'clear') setWords(typed)
    },
    onChange: (_event, picked) => pick(picked),
    autoHighlight: true,
  })
  const { ref: comboboxRef, ...inputProps } = combobox.getInputProps()
  const inputRef = useForkRef(useForkRef(comboboxRef, input), ref)
  const isOpen = combobox.popupOpen && words.trim() !== ''
  const state = stateOf(query, found.length)

  return (
    <GroupFrame
      id={`${id}-group`}
      name={name}
      label={label}
      isRequired={isRequired}
      hint={hint}
      error={error}
      isChanged={isDirty}
      isWide={isWide}
    >
      {chosen.length > 0 ? (
        <Picked>
          {chosen.map((reference) => (
            <li key={reference.id}>
              <span>{reference.label}</span>
              <IconButton
                icon="close"
                size="small"
                label={m.common_remove_what({ what: reference.label })}
                disabled={isDisabled}
                onClick={() => remove(reference)}
              />
            </li>
          ))}
        </Picked>
      ) : null}
      <Search {...combobox.getRootProps()}>
        <TextInput
          {...inputProps}
          ref={inputRef}
          aria-label={m.common_find_choice_of({ label })}
          aria-invalid={error !== undefined}
          placeholder={m.common_search_more()}
          onBlur={(event) => {
            inputProps.onBlur?.(event)
            onBlur()
          }}
        />
        {isOpen && found.length > 0 ? (
          <List {...combobox.getListboxProps()}>
            {combobox.groupedOptions.map((option, index) => {
              const { key, ...props } = combobox.getOptionProps({ option, index })
              return (
                <li key={key} {...props}>
                  <FoundLine found={option} />
                </li>
              )
            })}
          </List>
        ) : null}
        <State>{isOpen && found.length === 0 ? state : null}</State>
      </Search>
    </GroupFrame>
  )
}

function FoundLine({ found: { reference, note } }: { found: Found<Referable> }): ReactNode {
  return (
    <>
      {reference.label} {note ? <small>{note}</small> : null}
    </>
  )
}

function stateOf(query: { isFetching: boolean; isError: boolean }, count: number): string | undefined {
  if (query.isFetching && count === 0) return m.common_searching()
  if (query.isError) return m.common_search_failed()
  return count === 0 ? m.common_none_found() : undefined
}
