import { styled } from '@mui/material/styles'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useController, type Control } from 'react-hook-form'
import type { ChoiceLine, LookupValues } from '#/metadata/lookup-values.ts'
import { FieldError } from '#/shared/form/field-frame.tsx'
import { languageName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { SelectInput, TextInput } from '#/shared/ui/control.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  marginBottom: 8,
  '& > h3': { ...type.body, fontWeight: 600 },
  '& > label': { ...type.table, display: 'flex', alignItems: 'center', gap: 8, color: color.secondary },
})

const List = styled('ol')({ listStyle: 'none', padding: 0, margin: '0 0 8px' })

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) auto auto',
  gap: 6,
  alignItems: 'center',
  padding: '3px 0',
  borderBottom: `1px solid ${color.hairline}`,
  '& > label': { ...type.table, display: 'flex', alignItems: 'center', gap: 6 },
  '& > label > input': { width: 16, height: 16, margin: 0 },
  '& > span': { display: 'flex' },
  '& > b': { fontWeight: 400, overflowWrap: 'anywhere' },
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) auto', '& > input': { gridColumn: '1 / -1' } },
})

interface Props {
  control: Control<LookupValues>
  languages: readonly string[]
}

/** The choices of a lookup in their order: code, label in one language at a time, and whether it can be chosen. */
export function LookupChoicesField({ control, languages }: Props) {
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name: 'values' })
  const lines: readonly ChoiceLine[] = value
  const cultures = [...new Set([...languages, ...lines.flatMap(({ label }) => Object.keys(label))])]
  const [language, setLanguage] = useState(cultures[0] ?? 'en')

  const change = (index: number, changed: Partial<ChoiceLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...changed } : line)))
  const focus = (index: number, selector: string) =>
    list.current?.children[index]?.querySelector<HTMLElement>(selector)?.focus()
  const add = () => {
    const line: ChoiceLine = { id: crypto.randomUUID(), value: '', label: {}, active: true, isStored: false }
    flushSync(() => onChange([...lines, line]))
    focus(lines.length, 'input')
  }
  const move = (from: number, by: 1 | -1) => {
    const [line] = lines.slice(from, from + 1)
    if (!line || from + by < 0 || from + by >= lines.length) return
    flushSync(() => onChange(lines.toSpliced(from, 1).toSpliced(from + by, 0, line)))
    focus(from + by, `[data-move="${by}"]`)
  }
  const remove = (index: number) => {
    flushSync(() => onChange(lines.toSpliced(index, 1)))
    focus(Math.min(index, lines.length - 2), 'input')
  }

  return (
    <section aria-labelledby={id}>
      <Head>
        <h3 id={id}>{m.metadata_choices()}</h3>
        <label>
          {m.metadata_labels_in()}
          <SelectInput value={language} style={{ width: 'auto' }} onChange={({ target }) => setLanguage(target.value)}>
            {cultures.map((culture) => (
              <option key={culture} value={culture}>
                {languageName(culture)}
              </option>
            ))}
          </SelectInput>
        </label>
      </Head>
      <FieldError id={`${id}-choices`} error={error} />
      <List ref={list} aria-label={m.metadata_choices()}>
        {lines.map((line, index) => {
          const what = line.value || m.metadata_choice_number({ number: index + 1 })
          return (
            <Line key={line.id}>
              {line.isStored ? (
                <b>{line.value}</b>
              ) : (
                <TextInput
                  ref={index === 0 ? ref : undefined}
                  aria-label={m.metadata_choice_code({ number: index + 1 })}
                  placeholder={m.metadata_code()}
                  maxLength={100}
                  autoComplete="off"
                  value={line.value}
                  onChange={({ target }) => change(index, { value: target.value })}
                  onBlur={onBlur}
                />
              )}
              <TextInput
                aria-label={m.metadata_choice_label({ what, language: languageName(language) })}
                placeholder={m.metadata_label()}
                lang={language}
                autoComplete="off"
                value={line.label[language] ?? ''}
                onChange={({ target }) => change(index, { label: { ...line.label, [language]: target.value } })}
                onBlur={onBlur}
              />
              <label>
                <input
                  type="checkbox"
                  aria-label={m.metadata_choice_offered({ what })}
                  checked={line.active}
                  onChange={({ target }) => change(index, { active: target.checked })}
                />
                <span aria-hidden="true">{m.metadata_offered()}</span>
              </label>
              <span>
                <IconButton
                  size="small"
                  icon="chevronUp"
                  data-move="-1"
                  label={m.metadata_move_up({ what })}
                  aria-disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  size="small"
                  icon="chevronDown"
                  data-move="1"
                  label={m.metadata_move_down({ what })}
                  aria-disabled={index === lines.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton
                  size="small"
                  icon="close"
                  label={m.common_remove_what({ what })}
                  onClick={() => remove(index)}
                />
              </span>
            </Line>
          )
        })}
      </List>
      <Button size="small" startIcon={<Icon name="plus" size={12} />} onClick={add}>
        {m.metadata_add_choice()}
      </Button>
    </section>
  )
}
