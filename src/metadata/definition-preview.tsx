import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useForm, useWatch, type Control } from 'react-hook-form'
import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { AttributeField } from '#/customers/attributes/attribute-field.tsx'
import { formValueOf, type AttributeFormValues } from '#/customers/attributes/attribute-form-values.ts'
import { AttributeReading } from '#/customers/attributes/attributes-view.tsx'
import { useTextLanguages } from '#/customers/attributes/use-text-languages.ts'
import { definitionBodyOf, type DefinitionValues } from '#/metadata/definition-values.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { FieldList } from '#/shared/ui/field-list.tsx'

const Root = styled('section')({
  padding: 16,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.canvas,
  '& h3': { ...type.body, fontWeight: 600, marginBottom: 8 },
  '& h4': { ...type.meta, fontWeight: 500, color: color.secondary, margin: '12px 0 4px' },
  '& small': { ...type.meta, color: color.secondary },
})

/** A value to show: the default, else something of the kind. */
function sampleOf(definition: AttributeDefinition, lookup: Lookup | undefined): AttributeValue {
  const { dataType, multiple, multilingual, default: usual } = definition
  const choices = lookup?.values.filter(({ active }) => active).map(({ value }) => value) ?? []
  const samples: Record<AttributeDefinition['dataType'], AttributeValue> = {
    text: m.metadata_preview_text(),
    integer: typeof definition.min === 'number' ? definition.min : 42,
    decimal: typeof definition.min === 'number' ? definition.min : 3.5,
    boolean: true,
    dateTime: typeof definition.min === 'string' ? definition.min : '2026-01-31T12:00:00.000Z',
    lookup: choices[0] ?? null,
    entityReference: { entityType: 'preview', id: 'preview', label: m.metadata_preview_reference() },
  }
  const sample = usual ?? samples[dataType]
  if (multilingual) return { en: typeof sample === 'string' ? sample : m.metadata_preview_text() }
  if (!multiple || sample === null) return sample
  if (dataType === 'lookup') return choices.slice(0, 2)
  return typeof sample === 'object' ? [sample as { entityType: string; id: string; label: string }] : [sample]
}

interface Props {
  control: Control<DefinitionValues>
  lookups: readonly Lookup[]
}

/** How the attribute looks on a record, to read and to edit. Nothing that is entered here is kept. */
export function DefinitionPreview({ control, lookups }: Props) {
  const id = useId()
  const values = useWatch({ control }) as DefinitionValues
  const definition: AttributeDefinition = {
    ...definitionBodyOf(values, { displayOrder: 0, retiredAt: null }),
    name: values.name || 'preview',
    label: Object.values(values.label).some((text) => text.trim()) ? values.label : { en: m.metadata_preview_label() },
    etag: '',
    updatedAt: null,
    updatedBy: null,
  }
  const lookup = lookups.find(({ name }) => name === definition.lookupName)
  const value = sampleOf(definition, lookup)
  const { dataType, multiple, multilingual, lookupName, required } = definition
  return (
    <Root aria-labelledby={id}>
      <h3 id={id}>{m.metadata_preview()}</h3>
      <h4>{m.metadata_preview_read()}</h4>
      <FieldList label={m.metadata_preview_read()}>
        <AttributeReading attribute={{ name: definition.name, definition, value }} lookups={lookups} />
        <AttributeReading attribute={{ name: definition.name, definition, value: null }} lookups={lookups} />
      </FieldList>
      <h4>{m.metadata_preview_edit()}</h4>
      {definition.readOnly ? (
        <small>{m.attributes_read_only()}</small>
      ) : (
        <EditPreview
          key={[definition.name, dataType, multiple, multilingual, lookupName, required].join()}
          definition={definition}
          value={value}
          lookups={lookups}
        />
      )}
    </Root>
  )
}

function EditPreview({
  definition,
  value,
  lookups,
}: {
  definition: AttributeDefinition
  value: AttributeValue
  lookups: readonly Lookup[]
}) {
  const languages = useTextLanguages()
  const { control } = useForm<AttributeFormValues>({
    defaultValues: { [definition.name]: formValueOf(value, definition) },
  })
  return (
    <AttributeField control={control} definition={definition} lookups={lookups} stored={value} languages={languages} />
  )
}
