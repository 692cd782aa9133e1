import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useFormState } from 'react-hook-form'
import type { CustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { AttributeField } from '#/customers/attributes/attribute-field.tsx'
import type { AttributeFormValues } from '#/customers/attributes/attribute-form-values.ts'
import { groupAttributes, type ShownAttribute } from '#/customers/attributes/attribute-groups.ts'
import { attributesEditable, isEditable } from '#/customers/attributes/attributes-editable.ts'
import { attributeDefinitionsQuery, customerAttributesQuery } from '#/customers/attributes/attribute.queries.ts'
import { AttributeReading, Groups, groupTitle } from '#/customers/attributes/attributes-view.tsx'
import type { AttributesPatch } from '#/customers/attributes/check-attributes.ts'
import { filterAttributes } from '#/customers/attributes/filter-attributes.ts'
import { saveAttributesMutation } from '#/customers/attributes/save-attributes.ts'
import { useTextLanguages } from '#/customers/attributes/use-text-languages.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { RecordEditor } from '#/customers/editing/record-editor.tsx'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid, FieldList } from '#/shared/ui/field-list.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'

interface Metadata {
  definitions: readonly AttributeDefinition[]
  groups: readonly AttributeGroup[]
  lookups: readonly Lookup[]
}

export interface AttributesEditorProps extends Metadata {
  customerId: string
  /** The version that the edit starts from. */
  attributes: CustomerAttributes
  /** The newest version that was read. */
  current: CustomerAttributes
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** Words of the filter; what has errors shows all the same. */
  words: string
  /** The edit is over; says whether the focus was in it. */
  onDone: (hadFocus: boolean) => void
}

type Control = EditControl<CustomerAttributes, AttributeFormValues, AttributesPatch>

interface FieldsProps extends Metadata {
  control: Control
  base: CustomerAttributes
  words: string
}

const noteOf = ({ definition }: ShownAttribute): string => {
  if (definition === undefined) return m.attributes_undefined_note()
  return definition.retiredAt === null ? m.attributes_read_only() : m.attributes_retired()
}

function AttributeFields({ control, base, words, definitions, groups, lookups }: FieldsProps) {
  const languages = useTextLanguages()
  const { errors } = useFormState({ control })
  const all = groupAttributes(definitions, groups, base.values)
  const shown = filterAttributes(all, words, lookups, new Set(Object.keys(errors)))
  return (
    <Groups>
      {shown.map((group) => (
        <SectionCard key={group.id} title={groupTitle(group)} level={3}>
          <FieldArea>
            <FieldGrid>
              {group.attributes.map((attribute) =>
                attribute.definition && isEditable(attribute.definition) ? (
                  <AttributeField
                    key={attribute.name}
                    control={control}
                    definition={attribute.definition}
                    lookups={lookups}
                    stored={attribute.value}
                    languages={languages}
                  />
                ) : (
                  <div key={attribute.name}>
                    <FieldList label={groupTitle(group)}>
                      <AttributeReading attribute={attribute} lookups={lookups} />
                    </FieldList>
                    <small>{noteOf(attribute)}</small>
                  </div>
                ),
              )}
            </FieldGrid>
          </FieldArea>
        </SectionCard>
      ))}
    </Groups>
  )
}

/** What decides which values the field of an attribute holds. */
const shapeOf = (definition: AttributeDefinition) =>
  [definition.name, definition.dataType, definition.multiple, definition.multilingual, isEditable(definition)].join('/')

/** The custom attributes as fields in place, as their definitions say. */
export function AttributesEditor(props: AttributesEditorProps) {
  const { customerId, attributes, current, lostReason, words, onDone, ...metadata } = props
  const { definitions, lookups } = metadata
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const save = useMutation(saveAttributesMutation(customerId))
  const query = customerAttributesQuery(customerId)
  const editable = useMemo(() => attributesEditable(definitions, lookups), [definitions, lookups])
  const shownWords = useDeferredValue(words)
  const readWhenGone = async (error: unknown) => {
    // Retired, removed or of another kind: the definitions are not what they were.
    if (isApiError(error, 'validation'))
      await client.invalidateQueries({ queryKey: attributeDefinitionsQuery.queryKey })
    if (!isApiError(error, 'not-found', 'anonymized-record')) return
    await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
  }
  return (
    <RecordEditor
      // Other definitions, another form: what was typed comes over by its draft, and what has no field any more is said.
      key={definitions.map(shapeOf).join(' ')}
      editable={editable}
      version={attributes}
      current={current}
      lost={lostReason === undefined ? undefined : { text: lostReason, isReadOnly: true }}
      subject={subject}
      save={save.mutateAsync}
      readAgain={async () => client.fetchQuery({ ...query, staleTime: 0 })}
      onTheirs={(theirs) => client.setQueryData(query.queryKey, theirs)}
      onFailure={readWhenGone}
      onDone={onDone}
    >
      {(control, base) => <AttributeFields {...metadata} control={control} base={base} words={shownWords} />}
    </RecordEditor>
  )
}
