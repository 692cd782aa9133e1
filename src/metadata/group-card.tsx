import type { ReactNode } from 'react'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { DefinitionRow } from '#/metadata/definition-row.tsx'
import { Rows } from '#/metadata/metadata-rows.ts'
import { MoveButtons } from '#/metadata/move-buttons.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'

/** What can be done to the definitions of the page. */
export interface DefinitionActions {
  move: (siblings: readonly AttributeDefinition[], from: number, to: number) => void
  add: (groupId: string | null) => void
  edit: (definition: AttributeDefinition) => void
  retire: (definition: AttributeDefinition, retires: boolean) => void
  remove: (definition: AttributeDefinition) => void
}

interface Props {
  /** Nothing for the attributes that have no group. */
  group: AttributeGroup | undefined
  definitions: readonly AttributeDefinition[]
  lookups: readonly Lookup[]
  actions: DefinitionActions
  /** Of the group itself. */
  children?: ReactNode
}

export const groupLabel = (group: AttributeGroup | undefined) =>
  group ? (localized(group.label)?.text ?? group.id) : m.record_attributes_ungrouped()

/** A group with its attributes in their order. */
export function GroupCard({ group, definitions, lookups, actions, children }: Props) {
  const label = groupLabel(group)
  return (
    <SectionCard
      title={label}
      level={3}
      isFlush
      actions={
        <>
          <Button
            size="small"
            startIcon={<Icon name="plus" size={12} />}
            aria-label={m.metadata_add_attribute_to({ group: label })}
            onClick={() => actions.add(group?.id ?? null)}
          >
            {m.metadata_add_attribute()}
          </Button>
          {children}
        </>
      }
    >
      {definitions.length === 0 ? (
        <EmptyState title={m.metadata_group_empty()} />
      ) : (
        <Rows aria-label={label}>
          {definitions.map((definition, index) => (
            <DefinitionRow
              key={definition.name}
              definition={definition}
              lookups={lookups}
              index={index}
              count={definitions.length}
              onMove={(to) => actions.move(definitions, index, to)}
              onEdit={() => actions.edit(definition)}
              onRetire={(retires) => actions.retire(definition, retires)}
              onDelete={() => actions.remove(definition)}
            />
          ))}
        </Rows>
      )}
    </SectionCard>
  )
}

interface GroupButtonsProps {
  label: string
  index: number
  count: number
  onMove: (to: number) => void
  onEdit: () => void
  onDelete: () => void
}

/** What can be done to a group. */
export function GroupButtons({ label, index, count, onMove, onEdit, onDelete }: GroupButtonsProps) {
  const what = m.metadata_group_named({ label })
  return (
    <>
      <MoveButtons what={what} index={index} count={count} onMove={onMove} />
      <IconButton icon="edit" label={m.metadata_edit_what({ what })} onClick={onEdit} />
      <IconButton icon="trash" label={m.metadata_delete_what({ what })} onClick={onDelete} />
    </>
  )
}
