import { styled } from '@mui/material/styles'
import { useController, type Control } from 'react-hook-form'
import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import {
  emptyFormValue,
  isMisfit,
  type AttributeFormValue,
  type AttributeFormValues,
} from '#/customers/attributes/attribute-form-values.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import { attributeHint, isLongText } from '#/customers/attributes/attribute-hint.ts'
import { attributeText } from '#/customers/attributes/attribute-text.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { referenceSearch } from '#/customers/attributes/reference-search.ts'
import { DateField } from '#/shared/form/date-field.tsx'
import { LocalizedField } from '#/shared/form/localized-field.tsx'
import { MultiChoiceField } from '#/shared/form/multi-choice-field.tsx'
import { NumberField } from '#/shared/form/number-field.tsx'
import { ReferenceField } from '#/shared/form/reference-field.tsx'
import { SelectField, type Option } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { TextListField } from '#/shared/form/text-list-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'

interface Props<Context, Output> {
  control: Control<AttributeFormValues, Context, Output>
  definition: AttributeDefinition
  lookups: readonly Lookup[]
  /** What is stored now: choices that are not offered any more stay where they are. */
  stored: AttributeValue
  /** Cultures that texts can be written in. */
  languages: readonly string[]
}

const Odd = styled('fieldset')({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > b': { ...type.table, display: 'block', fontWeight: 400, color: color.secondary },
  '& > p': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  '& > small': { ...type.meta, display: 'block', margin: '2px 0 6px', color: color.caution },
})

/** The choices of a lookup: those on offer, and those that this record has although they are not. */
function choicesOf({ lookupName }: AttributeDefinition, lookups: readonly Lookup[], stored: AttributeValue): Option[] {
  const lookup = lookups.find(({ name }) => name === lookupName)
  const kept = new Set<unknown>([stored].flat())
  return (lookup?.values ?? [])
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
    .flatMap(({ value, label, active }) => {
      const isOffered = active && lookup?.active === true
      if (!isOffered && !kept.has(value)) return []
      const text = localized(label)?.text ?? value
      return [{ value, label: isOffered ? text : `${text} ${m.record_attribute_inactive()}` }]
    })
}

const yesOrNo = (): Option[] => [
  { value: 'true', label: m.common_yes() },
  { value: 'false', label: m.common_no() },
]

/** The field of an attribute, as its definition says. A stored value of another kind can be kept or replaced. */
export function AttributeField<Context, Output>(props: Props<Context, Output>) {
  const { control, definition, lookups } = props
  const { field } = useController({ control, name: definition.name })
  const value: AttributeFormValue | undefined = field.value
  if (!isMisfit(value)) return <FittingField {...props} />
  const label = attributeLabel(definition)
  return (
    <Odd aria-label={label}>
      <b>{label}</b>
      <p>{attributeText(value.misfit, undefined, lookups)}</p>
      <small>{m.attributes_misfit()}</small>
      <Button
        size="small"
        aria-label={m.attributes_replace_what({ label })}
        onClick={() => field.onChange(emptyFormValue(definition))}
      >
        {m.attributes_replace()}
      </Button>
    </Odd>
  )
}

function FittingField<Context, Output>({ control, definition, lookups, stored, languages }: Props<Context, Output>) {
  const { name, dataType, multiple, required, maxLength } = definition
  const isLong = isLongText(definition)
  const field = {
    control,
    name,
    label: attributeLabel(definition),
    isRequired: required,
    hint: attributeHint(definition, stored),
    isWide: isLong || definition.multilingual,
  }
  const isList = multiple && dataType !== 'lookup' && dataType !== 'boolean' && dataType !== 'entityReference'
  if (definition.multilingual) return <LocalizedField {...field} languages={languages} isMultiline={isLong} />
  switch (dataType) {
    case 'lookup':
      return multiple ? (
        <MultiChoiceField {...field} options={choicesOf(definition, lookups, stored)} />
      ) : (
        <SelectField {...field} emptyLabel={m.editing_not_set()} options={choicesOf(definition, lookups, stored)} />
      )
    case 'boolean':
      if (multiple) return <MultiChoiceField {...field} options={yesOrNo()} />
      return <SelectField {...field} {...(required ? {} : { emptyLabel: m.editing_not_set() })} options={yesOrNo()} />
    case 'integer':
    case 'decimal':
      if (isList) return <TextListField {...field} inputMode={dataType === 'integer' ? 'numeric' : 'decimal'} />
      return <NumberField {...field} isWhole={dataType === 'integer'} />
    case 'dateTime':
      return isList ? <TextListField {...field} type="datetime-local" /> : <DateField {...field} hasTime />
    case 'entityReference': {
      const search = referenceSearch(definition.referenceEntity)
      if (search) return <ReferenceField {...field} search={search} isMultiple={multiple} />
      return (
        <Odd aria-label={field.label}>
          <b>{field.label}</b>
          <p>{attributeText(stored, definition, lookups)}</p>
          <small>{m.attributes_reference_not_searchable()}</small>
        </Odd>
      )
    }
    default:
      if (isList) return <TextListField {...field} maxLength={maxLength ?? undefined} />
      return <TextField {...field} isMultiline={isLong} />
  }
}
