import type { AttributeValue as Value } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

interface Props {
  value: Value
  definition: AttributeDefinition | undefined
  lookups: readonly Lookup[]
}

type Single = Exclude<Value, null | unknown[]>

const keyOf = (value: Single) => String(typeof value === 'object' ? value['id'] : value)

/** Digits as they are: an integer beyond 2^53 arrives as text and must not be rounded. */
function numberText(value: string | number): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(displayLocale(), { maximumFractionDigits: 20 }).format(value)
  return /^-?\d+$/.test(value) ? new Intl.NumberFormat(displayLocale()).format(BigInt(value)) : value
}

function LookupValue({ value, lookup }: { value: string; lookup: Lookup | undefined }) {
  const entry = lookup?.values.find((each) => each.value === value)
  if (!entry) return value
  const isInactive = !entry.active || lookup?.active === false
  return (
    <>
      {localized(entry.label)?.text ?? value}
      {isInactive && <small> {m.record_attribute_inactive()}</small>}
    </>
  )
}

function Multilingual({ texts }: { texts: Record<string, string> }) {
  const found = localized(texts)
  if (!found) return null
  const isFallback = found.culture.split('-')[0] !== displayLocale().split('-')[0]
  return (
    <>
      <span lang={found.culture}>{found.text}</span>
      {isFallback && <small> {m.record_attribute_in_language({ language: languageName(found.culture) })}</small>}
    </>
  )
}

function SingleValue({ value, definition, lookups }: Props & { value: Single }) {
  if (typeof value === 'object') {
    if ('entityType' in value && typeof value.entityType === 'string' && typeof value['id'] === 'string') {
      const label = value['label'] ?? value['id']
      return value.entityType === 'customer' ? <RecordLink id={value['id']}>{label}</RecordLink> : label
    }
    return <Multilingual texts={value as Record<string, string>} />
  }
  if (typeof value === 'boolean') return value ? m.record_attribute_yes() : m.record_attribute_no()
  switch (definition?.dataType) {
    case 'lookup':
      return <LookupValue value={String(value)} lookup={lookups.find(({ name }) => name === definition.lookupName)} />
    case 'integer':
    case 'decimal':
      return numberText(value)
    case 'dateTime':
      return <Time at={String(value)} />
    default:
      return String(value)
  }
}

/** A value of a custom attribute as its definition says; as it is when the definition is gone or does not fit. */
export function AttributeValue({ value, definition, lookups }: Props) {
  if (value === null) return null
  const values = Array.isArray(value) ? value : [value]
  return values.map((each, index) => (
    <span key={keyOf(each)}>
      {index > 0 && ', '}
      <SingleValue value={each} definition={definition} lookups={lookups} />
    </span>
  ))
}
