import type { EntityReference } from '#/contract/attributes.ts'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { isMisfit } from '#/customers/attributes/attribute-form-values.ts'
import type { Parts } from '#/customers/editing/editable.ts'
import { mergeList } from '#/shared/form/merge-list.ts'

/** Texts by culture. */
export const textParts: Parts = {
  split: (value) => (isMisfit(value) ? undefined : (value as Record<string, string>)),
  join: (texts) => texts,
}

interface Lists {
  base: unknown
  mine: unknown
  theirs: unknown
}

/** What comes of an attribute with several values that both changed; nothing when somebody has to choose. */
export function mergeAttributeLists({ dataType, multiple }: AttributeDefinition, { base, mine, theirs }: Lists) {
  if (!multiple || !Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return undefined
  if (dataType === 'entityReference') {
    return mergeList<EntityReference>(base, mine, theirs, { keyOf: ({ entityType, id }) => `${entityType} ${id}` })
  }
  const isChosen = dataType === 'lookup' || dataType === 'boolean'
  return mergeList<string>(base, mine, theirs, { keyOf: (text) => text.trim(), isLines: !isChosen })
}
