import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import { GroupButtons, GroupCard, groupLabel } from '#/metadata/group-card.tsx'
import { reorderMutation, showPlaces, type Reordering } from '#/metadata/metadata.mutations.ts'
import { reorder } from '#/metadata/reorder.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

interface Props {
  definitions: readonly AttributeDefinition[]
  groups: readonly AttributeGroup[]
  lookups: readonly Lookup[]
  onAdd: (groupId: string | null) => void
  onEdit: (definition: AttributeDefinition) => void
  onRetire: (definition: AttributeDefinition, retires: boolean) => void
  onRemove: (definition: AttributeDefinition) => void
  onEditGroup: (group: AttributeGroup) => void
  onRemoveGroup: (group: AttributeGroup) => void
}

const inOrder = <T extends { displayOrder: number }>(items: readonly T[], keyOf: (item: T) => string) =>
  items.toSorted((a, b) => a.displayOrder - b.displayOrder || keyOf(a).localeCompare(keyOf(b)))

/** All groups with their attributes, in their order; moving is said. */
export function AttributeGroups({
  definitions,
  groups,
  lookups,
  onAdd,
  onEdit,
  onRetire,
  onRemove,
  onEditGroup,
  onRemoveGroup,
}: Props) {
  const client = useQueryClient()
  const order = useMutation(reorderMutation)
  const [said, setSaid] = useState('')
  const known = new Set(groups.map(({ id }) => id))
  const sortedGroups = inOrder(groups, ({ id }) => id)
  const ungrouped = definitions.filter(({ groupId }) => groupId === null || !known.has(groupId))
  const of = (groupId: string) => definitions.filter((definition) => definition.groupId === groupId)
  const sorted = (some: readonly AttributeDefinition[]) => inOrder(some, ({ name }) => name)

  const give = (reordering: Reordering) => {
    showPlaces(client, reordering)
    order.mutate(reordering)
  }
  const moveDefinition = (siblings: readonly AttributeDefinition[], from: number, to: number) => {
    const places = siblings.map(({ name, displayOrder }) => ({ key: name, displayOrder }))
    give({ kind: 'definition', places: reorder(places, from, to) })
    const moved = siblings[from]
    if (moved) setSaid(m.metadata_moved({ what: attributeLabel(moved), place: to + 1, count: siblings.length }))
  }
  const moveGroup = (from: number, to: number) => {
    const places = sortedGroups.map(({ id, displayOrder }) => ({ key: id, displayOrder }))
    give({ kind: 'group', places: reorder(places, from, to) })
    setSaid(m.metadata_moved({ what: groupLabel(sortedGroups[from]), place: to + 1, count: groups.length }))
  }
  const actions = { move: moveDefinition, add: onAdd, edit: onEdit, retire: onRetire, remove: onRemove }

  return (
    <>
      {sortedGroups.map((group, index) => (
        <GroupCard key={group.id} group={group} definitions={sorted(of(group.id))} lookups={lookups} actions={actions}>
          <GroupButtons
            label={groupLabel(group)}
            index={index}
            count={sortedGroups.length}
            onMove={(to) => moveGroup(index, to)}
            onEdit={() => onEditGroup(group)}
            onDelete={() => onRemoveGroup(group)}
          />
        </GroupCard>
      ))}
      <GroupCard group={undefined} definitions={sorted(ungrouped)} lookups={lookups} actions={actions} />
      <VisuallyHidden as="output">{said}</VisuallyHidden>
    </>
  )
}
