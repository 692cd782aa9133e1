import { useMutation } from '@tanstack/react-query'
import { lookupSchema, type Lookup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { useTextLanguages } from '#/customers/attributes/use-text-languages.ts'
import { LookupChoicesField } from '#/metadata/lookup-choices-field.tsx'
import { checkLookup, lookupBodyOf, lookupValues, newLookup, type LookupValues } from '#/metadata/lookup-values.ts'
import { MetadataDialog } from '#/metadata/metadata-dialog.tsx'
import { saveLookupMutation } from '#/metadata/metadata.mutations.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { LocalizedField } from '#/shared/form/localized-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

export interface LookupDialogProps {
  /** What is changed; nothing for a new one. */
  lookup: Lookup | undefined
  lookups: readonly Lookup[]
  onClose: () => void
}

/** Creates or changes a lookup and its choices. */
export function LookupDialog({ lookup, lookups, onClose }: LookupDialogProps) {
  const languages = useTextLanguages()
  const save = useMutation(saveLookupMutation)
  const taken = lookup ? [] : lookups.map(({ name }) => name)
  return (
    <MetadataDialog<Lookup, LookupValues>
      title={
        lookup
          ? m.metadata_edit_lookup({ label: localized(lookup.label)?.text ?? lookup.name })
          : m.metadata_add_lookup()
      }
      item={lookup}
      start={newLookup}
      valuesOf={lookupValues}
      labels={{
        name: m.metadata_name(),
        label: m.metadata_label(),
        active: m.metadata_lookup_active(),
        values: m.metadata_choices(),
      }}
      check={(values) => checkLookup(values, taken)}
      save={async (values, base) =>
        save.mutateAsync({ key: values.name, etag: base?.etag, body: lookupBodyOf(values) })
      }
      saved={m.metadata_lookup_saved()}
      schema={lookupSchema}
      keyField="name"
      onClose={onClose}
    >
      {({ control, isNew }) => (
        <FieldArea>
          <FieldGrid>
            <LocalizedField
              control={control}
              name="label"
              label={m.metadata_label()}
              isRequired
              isWide
              languages={languages}
            />
            <TextField
              control={control}
              name="name"
              label={m.metadata_name()}
              isRequired={isNew}
              isDisabled={!isNew}
              hint={isNew ? m.metadata_name_hint() : m.metadata_name_fixed()}
            />
            <CheckboxField control={control} name="active" label={m.metadata_lookup_active()} />
          </FieldGrid>
          <LookupChoicesField control={control} languages={languages} />
        </FieldArea>
      )}
    </MetadataDialog>
  )
}
