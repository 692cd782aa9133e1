import { useMutation, useQuery } from '@tanstack/react-query'
import { useController, useWatch, type Control } from 'react-hook-form'
import {
  attributeDefinitionSchema,
  attributeTypes,
  type AttributeDefinition,
  type AttributeGroup,
  type Lookup,
} from '#/contract/metadata.ts'
import { lookupsQuery } from '#/customers/attributes/attribute.queries.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { referenceEntities } from '#/customers/attributes/reference-search.ts'
import { useTextLanguages } from '#/customers/attributes/use-text-languages.ts'
import { DefinitionPreview } from '#/metadata/definition-preview.tsx'
import {
  checkDefinition,
  definitionBodyOf,
  definitionValues,
  hasDefault,
  hasRange,
  nameFor,
  newDefinition,
  type DefinitionValues,
} from '#/metadata/definition-values.ts'
import { MetadataDialog } from '#/metadata/metadata-dialog.tsx'
import { entityLabel, typeLabel } from '#/metadata/metadata-labels.ts'
import { saveDefinitionMutation } from '#/metadata/metadata.mutations.ts'
import { lastPlace } from '#/metadata/reorder.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { DateField } from '#/shared/form/date-field.tsx'
import { LocalizedField } from '#/shared/form/localized-field.tsx'
import { NumberField } from '#/shared/form/number-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

export interface DefinitionDialogProps {
  /** What is changed; nothing for a new one. */
  definition: AttributeDefinition | undefined
  /** Group of a new one. */
  groupId: string | null
  definitions: readonly AttributeDefinition[]
  groups: readonly AttributeGroup[]
  onClose: () => void
}

const labels = (): Record<keyof DefinitionValues, string> => ({
  name: m.metadata_name(),
  label: m.metadata_label(),
  description: m.metadata_description(),
  groupId: m.metadata_group(),
  dataType: m.metadata_type(),
  lookupName: m.metadata_lookup(),
  referenceEntity: m.metadata_refers_to(),
  required: m.metadata_required(),
  multiple: m.metadata_multiple(),
  multilingual: m.metadata_multilingual(),
  readOnly: m.metadata_read_only(),
  searchable: m.metadata_searchable(),
  min: m.metadata_min(),
  max: m.metadata_max(),
  maxLength: m.metadata_max_length(),
  default: m.metadata_default(),
})

interface FieldsProps {
  control: Control<DefinitionValues>
  isNew: boolean
  groups: readonly AttributeGroup[]
  lookups: readonly Lookup[]
}

/** Creates or changes a definition, with a preview of what becomes of it on a record. */
export function DefinitionDialog({ definition, groupId, definitions, groups, onClose }: DefinitionDialogProps) {
  const { data: lookups = [] } = useQuery(lookupsQuery)
  const save = useMutation(saveDefinitionMutation)
  const taken = definition ? [] : definitions.map(({ name }) => name)

  const placeOf = (values: DefinitionValues, base: AttributeDefinition | undefined) =>
    base && (base.groupId ?? '') === values.groupId
      ? base.displayOrder
      : lastPlace(definitions.filter((each) => (each.groupId ?? '') === values.groupId))

  return (
    <MetadataDialog<AttributeDefinition, DefinitionValues>
      title={
        definition
          ? m.metadata_edit_attribute({ label: localized(definition.label)?.text ?? definition.name })
          : m.metadata_add_attribute()
      }
      item={definition}
      start={newDefinition(groupId)}
      valuesOf={definitionValues}
      labels={labels()}
      check={(values) => checkDefinition(values, lookups, taken)}
      save={async (values, base) =>
        save.mutateAsync({
          key: values.name,
          etag: base?.etag,
          body: definitionBodyOf(values, { displayOrder: placeOf(values, base), retiredAt: base?.retiredAt ?? null }),
        })
      }
      saved={m.metadata_attribute_saved()}
      schema={attributeDefinitionSchema}
      keyField="name"
      onClose={onClose}
      renderAside={(control) => <DefinitionPreview control={control} lookups={lookups} />}
    >
      {(form) => (
        <FieldArea>
          <FieldGrid>
            <Naming {...form} groups={groups} />
            <Kind {...form} lookups={lookups} />
            <Limits {...form} lookups={lookups} />
            <Flags {...form} />
          </FieldGrid>
        </FieldArea>
      )}
    </MetadataDialog>
  )
}

function Naming({ control, isNew, groups }: Omit<FieldsProps, 'lookups'>) {
  const languages = useTextLanguages()
  const label = useWatch({ control, name: 'label' })
  const { field, fieldState } = useController({ control, name: 'name' })
  const proposed =
    isNew && !fieldState.isTouched && field.value === '' ? nameFor(localized(label)?.text ?? '') : undefined
  return (
    <>
      <div
        style={{ gridColumn: '1 / -1' }}
        onBlur={() => {
          if (proposed) field.onChange(proposed)
        }}
      >
        <LocalizedField
          control={control}
          name="label"
          label={m.metadata_label()}
          isRequired
          isWide
          languages={languages}
        />
      </div>
      {isNew ? (
        <TextField control={control} name="name" label={m.metadata_name()} isRequired hint={m.metadata_name_hint()} />
      ) : (
        <TextField control={control} name="name" label={m.metadata_name()} isDisabled hint={m.metadata_name_fixed()} />
      )}
      <SelectField
        control={control}
        name="groupId"
        label={m.metadata_group()}
        emptyLabel={m.record_attributes_ungrouped()}
        options={groups.map((group) => ({ value: group.id, label: localized(group.label)?.text ?? group.id }))}
      />
      <LocalizedField
        control={control}
        name="description"
        label={m.metadata_description()}
        hint={m.metadata_description_hint()}
        isWide
        languages={languages}
      />
    </>
  )
}

function Kind({ control, isNew, lookups }: Omit<FieldsProps, 'groups'>) {
  const dataType = useWatch({ control, name: 'dataType' })
  return (
    <>
      <SelectField
        control={control}
        name="dataType"
        label={m.metadata_type()}
        isRequired
        {...(isNew ? {} : { hint: m.metadata_type_hint() })}
        options={attributeTypes.map((value) => ({ value, label: typeLabel(value) }))}
      />
      {dataType === 'lookup' ? (
        <SelectField
          control={control}
          name="lookupName"
          label={m.metadata_lookup()}
          isRequired
          emptyLabel={m.common_choose()}
          options={lookups.map((lookup) => ({
            value: lookup.name,
            label: localized(lookup.label)?.text ?? lookup.name,
          }))}
        />
      ) : null}
      {dataType === 'entityReference' ? (
        <SelectField
          control={control}
          name="referenceEntity"
          label={m.metadata_refers_to()}
          isRequired
          options={referenceEntities.map((value) => ({ value, label: entityLabel(value) }))}
        />
      ) : null}
    </>
  )
}

function Limits({ control, lookups }: Omit<FieldsProps, 'groups' | 'isNew'>) {
  const dataType = useWatch({ control, name: 'dataType' })
  const lookupName = useWatch({ control, name: 'lookupName' })
  const isTime = dataType === 'dateTime'
  const isWhole = dataType === 'integer'
  const limit = (name: 'min' | 'max', label: string) =>
    isTime ? (
      <DateField control={control} name={name} label={label} hasTime />
    ) : (
      <NumberField control={control} name={name} label={label} isWhole={isWhole} />
    )
  const choices = lookups.find(({ name }) => name === lookupName)?.values.filter(({ active }) => active) ?? []
  const usual = { control, name: 'default', label: m.metadata_default(), hint: m.metadata_default_hint() } as const
  const defaults: Partial<Record<typeof dataType, React.ReactNode>> = {
    boolean: (
      <SelectField
        {...usual}
        emptyLabel={m.common_none()}
        options={[
          { value: 'true', label: m.common_yes() },
          { value: 'false', label: m.common_no() },
        ]}
      />
    ),
    lookup: (
      <SelectField
        {...usual}
        emptyLabel={m.common_none()}
        options={choices.map(({ value, label }) => ({ value, label: localized(label)?.text ?? value }))}
      />
    ),
    dateTime: <DateField {...usual} hasTime />,
    integer: <NumberField {...usual} isWhole />,
    decimal: <NumberField {...usual} />,
  }
  return (
    <>
      {hasRange(dataType) ? limit('min', m.metadata_min()) : null}
      {hasRange(dataType) ? limit('max', m.metadata_max()) : null}
      {dataType === 'text' ? (
        <NumberField control={control} name="maxLength" label={m.metadata_max_length()} isWhole />
      ) : null}
      {hasDefault(dataType) ? (defaults[dataType] ?? <TextField {...usual} />) : null}
    </>
  )
}

function Flags({ control }: { control: Control<DefinitionValues> }) {
  const dataType = useWatch({ control, name: 'dataType' })
  const isMultilingual = useWatch({ control, name: 'multilingual' })
  return (
    <>
      <CheckboxField control={control} name="required" label={m.metadata_required()} />
      <CheckboxField control={control} name="readOnly" label={m.metadata_read_only()} />
      {dataType === 'text' && isMultilingual ? null : (
        <CheckboxField control={control} name="multiple" label={m.metadata_multiple()} />
      )}
      {dataType === 'text' ? (
        <CheckboxField control={control} name="multilingual" label={m.metadata_multilingual()} />
      ) : null}
      <CheckboxField control={control} name="searchable" label={m.metadata_searchable()} />
    </>
  )
}
