import type { Lookup } from '#/contract/metadata.ts'
import type { ShownAttribute, ShownGroup } from '#/customers/attributes/attribute-groups.ts'
import { attributeText } from '#/customers/attributes/attribute-text.ts'
import { foldText } from '#/contract/fold-text.ts'

function textsOf({ name, definition, value }: ShownAttribute, lookups: readonly Lookup[]): string[] {
  const all = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : []
  return [
    name,
    ...Object.values(definition?.label ?? {}),
    attributeText(value, definition, lookups),
    ...all.map(String),
  ]
}

/**
 * The attributes whose label (in any language), name or value holds all the words, in their groups; those of `always`
 * are among them, whatever is asked for.
 */
export function filterAttributes(
  groups: readonly ShownGroup[],
  words: string,
  lookups: readonly Lookup[],
  always: ReadonlySet<string> = new Set(),
): ShownGroup[] {
  const wanted = foldText(words).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return [...groups]
  const isWanted = (attribute: ShownAttribute) => {
    const text = foldText(textsOf(attribute, lookups).join('\n'))
    return always.has(attribute.name) || wanted.every((word) => text.includes(word))
  }
  return groups
    .map((group) => ({ ...group, attributes: group.attributes.filter(isWanted) }))
    .filter(({ attributes }) => attributes.length > 0)
}
