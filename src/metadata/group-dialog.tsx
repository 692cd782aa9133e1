import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Localized } from '#/contract/common.ts'
import { attributeGroupSchema, type AttributeGroup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { useTextLanguages } from '#/customers/attributes/use-text-languages.ts'
import { trimmedTexts } from '#/metadata/definition-values.ts'
import { MetadataDialog } from '#/metadata/metadata-dialog.tsx'
import { saveGroupMutation } from '#/metadata/metadata.mutations.ts'
import { lastPlace } from '#/metadata/reorder.ts'
import { LocalizedField } from '#/shared/form/localized-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

export interface GroupDialogProps {
  /** What is changed; nothing for a new one. */
  group: AttributeGroup | undefined
  groups: readonly AttributeGroup[]
  onClose: () => void
}

// A type, not an interface: the form wants an index.
type GroupValues = { label: Localized }

/** Begins with a letter, as every id. */
const newGroupId = () => `g${crypto.randomUUID().replaceAll('-', '').slice(0, 11)}`

/** Creates or renames a group. */
export function GroupDialog({ group, groups, onClose }: GroupDialogProps) {
  const languages = useTextLanguages()
  const save = useMutation(saveGroupMutation)
  // Kept while the dialog is open: trying again must not make a second one.
  const [newId] = useState(newGroupId)
  return (
    <MetadataDialog<AttributeGroup, GroupValues>
      title={
        group ? m.metadata_edit_group({ label: localized(group.label)?.text ?? group.id }) : m.metadata_add_group()
      }
      item={group}
      start={{ label: {} }}
      valuesOf={({ label }) => ({ label })}
      labels={{ label: m.metadata_label() }}
      check={({ label }) => (Object.keys(trimmedTexts(label)).length === 0 ? { label: 'required' } : {})}
      save={async ({ label }, base) =>
        save.mutateAsync({
          key: base?.id ?? newId,
          etag: base?.etag,
          body: { label: trimmedTexts(label), displayOrder: base?.displayOrder ?? lastPlace(groups) },
        })
      }
      saved={m.metadata_group_saved()}
      schema={attributeGroupSchema}
      keyField="label"
      onClose={onClose}
    >
      {({ control }) => (
        <LocalizedField control={control} name="label" label={m.metadata_label()} isRequired languages={languages} />
      )}
    </MetadataDialog>
  )
}
