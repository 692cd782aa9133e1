import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition, AttributeGroup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'

export interface ShownAttribute {
  name: string
  /** Missing when the definition is gone. */
  definition: AttributeDefinition | undefined
  value: AttributeValue
}

export interface ShownGroup {
  id: string
  /** Missing for attributes without a group and for values without a definition. */
  label: string | undefined
  kind: 'group' | 'ungrouped' | 'undefined'
  attributes: ShownAttribute[]
}

/** Name of an attribute in the language of the reader. */
export const attributeLabel = ({ label, name }: Pick<AttributeDefinition, 'label' | 'name'>) =>
  localized(label)?.text ?? name

const isPresent = (value: AttributeValue | undefined) => value !== undefined && value !== null

/**
 * Definitions in their groups and order with the customer's values. A retired definition shows only where there is a
 * value; values whose definition is gone come last.
 */
export function groupAttributes(
  definitions: readonly AttributeDefinition[],
  groups: readonly AttributeGroup[],
  values: Readonly<Record<string, AttributeValue>>,
): ShownGroup[] {
  const shown = definitions
    .filter((definition) => definition.retiredAt === null || isPresent(values[definition.name]))
    .toSorted((a, b) => a.displayOrder - b.displayOrder || a.name.localeCompare(b.name))
    .map((definition) => ({ name: definition.name, definition, value: values[definition.name] ?? null }))
  const known = new Set(definitions.map(({ name }) => name))
  const orphans = Object.entries(values)
    .filter(([name, value]) => !known.has(name) && isPresent(value))
    .map(([name, value]) => ({ name, definition: undefined, value }))
  const groupIds = new Set(groups.map(({ id }) => id))
  const all: ShownGroup[] = [
    ...groups
      .toSorted((a, b) => a.displayOrder - b.displayOrder)
      .map((group) => ({
        id: group.id,
        label: localized(group.label)?.text ?? group.id,
        kind: 'group' as const,
        attributes: shown.filter(({ definition }) => definition.groupId === group.id),
      })),
    {
      id: 'ungrouped',
      label: undefined,
      kind: 'ungrouped',
      attributes: shown.filter(({ definition }) => definition.groupId === null || !groupIds.has(definition.groupId)),
    },
    { id: 'undefined', label: undefined, kind: 'undefined', attributes: orphans },
  ]
  return all.filter(({ attributes }) => attributes.length > 0)
}
