import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { AttributeValue as Value } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { formValueOf, isMisfit } from '#/customers/attributes/attribute-form-values.ts'
import type { ShownAttribute, ShownGroup } from '#/customers/attributes/attribute-groups.ts'
import { outOfRange, rangeText } from '#/customers/attributes/attribute-limits.ts'
import { isLocalDate } from '#/customers/attributes/attribute-text.ts'
import { AttributeValue } from '#/customers/attributes/attribute-value.tsx'
import { localized } from '#/customers/attributes/localized.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList, NotSet } from '#/shared/ui/field-list.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'

export const Groups = styled('div')({ display: 'grid', gap: 16, '& small': { ...type.meta, color: color.secondary } })

const Apart = styled('section')({
  marginTop: 12,
  paddingTop: 8,
  borderTop: `1px solid ${color.hairline}`,
  '& > h4': { ...type.meta, fontWeight: 500, color: color.secondary, marginBottom: 4 },
})

export function groupTitle({ label, kind }: Pick<ShownGroup, 'label' | 'kind'>): string {
  if (label !== undefined) return label
  return kind === 'undefined' ? m.record_attributes_undefined() : m.record_attributes_ungrouped()
}

const isEmpty = (value: Value) => value === null || (Array.isArray(value) && value.length === 0)

/** What is odd about a stored value: it is no longer what the definition wants. */
function oddity(value: Value, definition: AttributeDefinition): string | undefined {
  // Said beside the value.
  if (definition.dataType === 'dateTime' && typeof value === 'string' && isLocalDate(value)) return undefined
  if (isMisfit(formValueOf(value, definition))) return m.attributes_misfit_short()
  const range = rangeText(definition)
  return range !== undefined && outOfRange(value, definition) ? m.attributes_outside({ range }) : undefined
}

interface FieldProps {
  attribute: ShownAttribute
  lookups: readonly Lookup[]
}

/** An attribute with its value, to read. */
export function AttributeReading({ attribute: { name, definition, value }, lookups }: FieldProps) {
  const label = (definition && localized(definition.label)?.text) ?? name
  if (isEmpty(value)) {
    const isMissing = definition?.required === true && definition.retiredAt === null
    return (
      <Field label={label}>
        {isMissing ? (
          <>
            <NotSet /> <small>{m.attributes_required_mark()}</small>
          </>
        ) : null}
      </Field>
    )
  }
  const odd = definition && oddity(value, definition)
  return (
    <Field label={label}>
      <AttributeValue value={value} definition={definition} lookups={lookups} />
      {odd === undefined ? null : <small> {odd}</small>}
    </Field>
  )
}

const isReference = ({ definition }: ShownAttribute) => definition?.dataType === 'entityReference'

interface GroupProps {
  group: ShownGroup
  lookups: readonly Lookup[]
}

/** The attributes of a group; references to other records stand apart from plain values. */
export function AttributeGroupCard({ group, lookups }: GroupProps) {
  const id = useId()
  const title = groupTitle(group)
  const plain = group.attributes.filter((attribute) => !isReference(attribute))
  const references = group.attributes.filter(isReference)
  const list = (attributes: readonly ShownAttribute[], label: string) => (
    <FieldList label={label}>
      {attributes.map((attribute) => (
        <AttributeReading key={attribute.name} attribute={attribute} lookups={lookups} />
      ))}
    </FieldList>
  )
  return (
    <SectionCard title={title} level={3}>
      {plain.length > 0 ? list(plain, title) : null}
      {references.length > 0 && plain.length > 0 ? (
        <Apart aria-labelledby={id}>
          <h4 id={id}>{m.attributes_references()}</h4>
          {list(references, m.attributes_references_of({ group: title }))}
        </Apart>
      ) : null}
      {plain.length === 0 ? list(references, title) : null}
    </SectionCard>
  )
}
