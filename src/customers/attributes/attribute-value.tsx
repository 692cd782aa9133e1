import { useQuery } from '@tanstack/react-query'
import { isInstant } from '#/contract/attribute-rules.ts'
import type { AttributeValue as Value, EntityReference } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { attributeText, choiceOf, isLocalDate } from '#/customers/attributes/attribute-text.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { customerTitleQuery } from '#/customers/customer.queries.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { formatInstant, formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { RecordLink } from '#/workspace/record-link.tsx'

interface Props {
  value: Value
  definition: AttributeDefinition | undefined
  lookups: readonly Lookup[]
}

type Single = Exclude<Value, null | unknown[]>

const keyOf = (value: Single, index: number) => `${index} ${String(typeof value === 'object' ? value['id'] : value)}`

function Multilingual({ texts }: { texts: Record<string, string> }) {
  const found = localized(texts)
  if (!found) return null
  const isFallback = found.culture.split('-')[0] !== displayLocale().split('-')[0]
  const others = Object.keys(texts).filter((culture) => culture !== found.culture)
  return (
    <>
      <span lang={found.culture}>{found.text}</span>
      {isFallback && <small> {m.record_attribute_in_language({ language: languageName(found.culture) })}</small>}
      {others.length > 0 && (
        <small> {m.attributes_also_in({ languages: others.map((each) => languageName(each)).join(', ') })}</small>
      )}
    </>
  )
}

/** A customer that is still there is a link; whatever else is referred to is named as it was. */
function CustomerReference({ id, label }: EntityReference) {
  const { data: title } = useQuery(customerTitleQuery(id))
  if (title !== null) return <RecordLink id={id}>{label}</RecordLink>
  return (
    <>
      {label} <small>{m.attributes_reference_gone()}</small>
    </>
  )
}

function DateTime({ value }: { value: string }) {
  if (isInstant(value)) return <time dateTime={value}>{formatInstant(value)}</time>
  if (!isLocalDate(value)) return value
  return (
    <>
      <time dateTime={value}>{formatLocalDate(value)}</time> <small>{m.attributes_without_zone()}</small>
    </>
  )
}

function LookupValue({ value, definition, lookups }: Props & { value: string }) {
  const choice = choiceOf(value, definition, lookups)
  if (!choice) {
    // Until the lookups are there, nothing is known of any value.
    if (lookups.length === 0) return value
    return (
      <>
        {value} <small>{m.attributes_unknown_choice()}</small>
      </>
    )
  }
  return (
    <>
      {choice.label}
      {!choice.isActive && <small> {m.record_attribute_inactive()}</small>}
    </>
  )
}

function SingleValue({ value, definition, lookups }: Props & { value: Single }) {
  if (typeof value === 'object') {
    if (!('entityType' in value)) return <Multilingual texts={value} />
    const reference = value as EntityReference
    return reference.entityType === 'customer' ? <CustomerReference {...reference} /> : reference.label
  }
  if (definition?.dataType === 'lookup' && typeof value !== 'boolean') {
    return <LookupValue value={String(value)} definition={definition} lookups={lookups} />
  }
  if (definition?.dataType === 'dateTime' && typeof value === 'string') return <DateTime value={value} />
  return attributeText(value, definition, lookups)
}

/** A value of a custom attribute as its definition says; as it is when the definition is gone or does not fit. */
export function AttributeValue({ value, definition, lookups }: Props) {
  if (value === null) return null
  const values: Single[] = Array.isArray(value) ? value : [value]
  return values.map((each, index) => (
    <span key={keyOf(each, index)}>
      {index > 0 && ', '}
      <SingleValue value={each} definition={definition} lookups={lookups} />
    </span>
  ))
}
