import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { AttributeValue } from '#/customers/attributes/attribute-value.tsx'
import { groupAttributes, type ShownGroup } from '#/customers/attributes/attribute-groups.ts'
import {
  attributeDefinitionsQuery,
  customerAttributesQuery,
  lookupsQuery,
} from '#/customers/attributes/attribute.queries.ts'
import { localized } from '#/customers/attributes/localized.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Field, FieldArea, FieldList } from '#/shared/ui/field-list.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'

const Groups = styled('div')({ display: 'grid', gap: 16 })

function groupTitle({ label, kind }: ShownGroup): string {
  if (label !== undefined) return label
  return kind === 'undefined' ? m.record_attributes_undefined() : m.record_attributes_ungrouped()
}

/** What the owning company wants to know of a customer, in its own groups. */
export function AttributesSection({ customerId }: SectionProps) {
  const values = useQuery(customerAttributesQuery(customerId))
  const definitions = useQuery(attributeDefinitionsQuery)
  const lookups = useQuery(lookupsQuery)
  const query = {
    data: values.data && definitions.data && { values: values.data.values, ...definitions.data },
    error: values.error ?? definitions.error,
    isFetching: values.isFetching || definitions.isFetching,
    refetch: () => Promise.all([values.refetch(), definitions.refetch(), lookups.refetch()]),
  }
  return (
    <SectionFrame section="attributes" query={query}>
      {(data) => {
        const groups = groupAttributes(data.items, data.groups, data.values)
        if (groups.length === 0) {
          return <EmptyState title={m.record_attributes_empty()} text={m.record_attributes_empty_text()} />
        }
        return (
          <Groups>
            {groups.map((group) => (
              <SectionCard key={group.id} title={groupTitle(group)} level={3}>
                <FieldArea>
                  <FieldList label={groupTitle(group)}>
                    {group.attributes.map(({ name, definition, value }) => (
                      <Field key={name} label={(definition && localized(definition.label)?.text) ?? name}>
                        {value === null || (Array.isArray(value) && value.length === 0) ? null : (
                          <AttributeValue value={value} definition={definition} lookups={lookups.data ?? []} />
                        )}
                      </Field>
                    ))}
                  </FieldList>
                </FieldArea>
              </SectionCard>
            ))}
          </Groups>
        )
      }}
    </SectionFrame>
  )
}
