import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { CustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { AttributeFilter } from '#/customers/attributes/attribute-filter.tsx'
import { groupAttributes } from '#/customers/attributes/attribute-groups.ts'
import {
  attributeDefinitionsQuery,
  customerAttributesQuery,
  lookupsQuery,
} from '#/customers/attributes/attribute.queries.ts'
import type { AttributesEditorProps } from '#/customers/attributes/attributes-editor.tsx'
import { AttributeGroupCard, Groups } from '#/customers/attributes/attributes-view.tsx'
import { filterAttributes } from '#/customers/attributes/filter-attributes.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useSectionEdit } from '#/customers/editing/use-section-edit.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { PenButton } from '#/customers/record/pen-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const editor = lazyPart<AttributesEditorProps>(
  async () => (await import('#/customers/attributes/attributes-editor.tsx')).AttributesEditor,
)

const Shown = styled('output')({ ...type.meta, display: 'block', marginBottom: 8, color: color.secondary })

/** From so many attributes on there is a box to find one. */
const manyAttributes = 8

interface ReadingProps {
  attributes: CustomerAttributes
  definitions: readonly AttributeDefinition[]
  groups: readonly AttributeGroup[]
  lookups: readonly Lookup[]
  words: string
  onReset: () => void
}

function AttributesReading({ attributes, definitions, groups, lookups, words, onReset }: ReadingProps) {
  const wanted = useDeferredValue(words)
  const all = groupAttributes(definitions, groups, attributes.values)
  const shown = filterAttributes(all, wanted, lookups)
  const count = (some: typeof all) => some.reduce((sum, group) => sum + group.attributes.length, 0)
  if (all.length === 0) {
    return <EmptyState title={m.record_attributes_empty()} text={m.record_attributes_empty_text()} />
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        title={m.attributes_no_match()}
        text={m.attributes_no_match_text()}
        action={<Button onClick={onReset}>{m.attributes_clear_filter()}</Button>}
      />
    )
  }
  return (
    <>
      <Shown>{wanted.trim() === '' ? null : m.attributes_count_shown({ shown: count(shown), all: count(all) })}</Shown>
      <Groups>
        {shown.map((group) => (
          <AttributeGroupCard key={group.id} group={group} lookups={lookups} />
        ))}
      </Groups>
    </>
  )
}

/** What the owning company wants to know of a customer, in its own groups; to read and to edit in place. */
export function AttributesSection({ customerId }: SectionProps) {
  const values = useQuery(customerAttributesQuery(customerId))
  const definitions = useQuery(attributeDefinitionsQuery)
  const lookups = useQuery(lookupsQuery)
  const [words, setWords] = useState('')
  const reason = useEditReason(customerId)
  // What is still on its way does not hold up another try.
  const failed = [values, definitions, lookups].filter(({ isError }) => isError)
  const query = {
    data: values.data && definitions.data && { attributes: values.data, ...definitions.data },
    error: values.error ?? definitions.error,
    isFetching: failed.some(({ isFetching }) => isFetching),
    refetch: () => Promise.all(failed.map(async ({ refetch }) => refetch())),
  }
  const shown = groupAttributes(
    query.data?.items ?? [],
    query.data?.groups ?? [],
    query.data?.attributes.values ?? {},
  ).flatMap(({ attributes }) => attributes)
  // Without their choices, fields of lookups would offer nothing.
  const canEdit = query.data !== undefined && query.data.items.length > 0 && lookups.data !== undefined
  const version = canEdit ? values.data : undefined
  const { edited, start, finish, pen } = useSectionEdit(customerId, 'attributes', version, reason)

  return (
    <SectionFrame
      section="attributes"
      query={query}
      toolbar={shown.length > manyAttributes ? <AttributeFilter words={words} onWords={setWords} /> : null}
      pen={edited || !canEdit ? null : <PenButton ref={pen} reason={reason} onEdit={start} onIntent={editor.preload} />}
    >
      {({ attributes, items, groups }) => {
        const metadata = { definitions: items, groups, lookups: lookups.data ?? [] }
        const reading = (
          <AttributesReading attributes={attributes} {...metadata} words={words} onReset={() => setWords('')} />
        )
        if (!edited) return reading
        return (
          <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
            <Suspense fallback={reading}>
              <editor.Body
                {...{ customerId, current: attributes, lostReason: reason, words, ...metadata }}
                attributes={edited}
                onDone={finish}
              />
            </Suspense>
          </ErrorBoundary>
        )
      }}
    </SectionFrame>
  )
}
