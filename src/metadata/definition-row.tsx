import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { MoveButtons } from '#/metadata/move-buttons.tsx'
import { entityLabel, typeLabel } from '#/metadata/metadata-labels.ts'
import { RowActions, RowText } from '#/metadata/metadata-rows.ts'
import { formatDay } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

interface Props {
  definition: AttributeDefinition
  lookups: readonly Lookup[]
  index: number
  count: number
  onMove: (to: number) => void
  onEdit: () => void
  onRetire: (retires: boolean) => void
  onDelete: () => void
}

function kindText({ dataType, lookupName, referenceEntity }: AttributeDefinition, lookups: readonly Lookup[]): string {
  const lookup = lookups.find(({ name }) => name === lookupName)
  if (lookupName !== null) {
    return m.metadata_kind_of({
      kind: typeLabel(dataType),
      of: (lookup && localized(lookup.label)?.text) ?? lookupName,
    })
  }
  if (referenceEntity !== null)
    return m.metadata_kind_of({ kind: typeLabel(dataType), of: entityLabel(referenceEntity) })
  return typeLabel(dataType)
}

/** What kind of attribute it is, in one line. */
function factsOf(definition: AttributeDefinition, lookups: readonly Lookup[]): string {
  const flags = [
    definition.required && m.metadata_required(),
    definition.multiple && m.metadata_multiple(),
    definition.multilingual && m.metadata_multilingual(),
    definition.readOnly && m.metadata_read_only(),
    definition.searchable && m.metadata_searchable(),
  ]
  return [kindText(definition, lookups), ...flags.filter((flag) => flag !== false)].join(' · ')
}

/** One definition among those of its group. */
export function DefinitionRow({ definition, lookups, index, count, onMove, onEdit, onRetire, onDelete }: Props) {
  const label = attributeLabel(definition)
  const isRetired = definition.retiredAt !== null
  return (
    <li data-retired={isRetired}>
      <RowText>
        <b>{label}</b>
        <code>{definition.name}</code>
        <p>
          {factsOf(definition, lookups)}
          {definition.retiredAt === null ? null : (
            <>
              {' · '}
              <StatusBadge tone="neutral">
                {m.metadata_retired_since({ day: formatDay(definition.retiredAt) })}
              </StatusBadge>
            </>
          )}
        </p>
      </RowText>
      <RowActions>
        <MoveButtons what={label} index={index} count={count} onMove={onMove} />
        <Button
          size="small"
          startIcon={<Icon name="edit" size={14} />}
          aria-label={m.metadata_edit_what({ what: label })}
          onClick={onEdit}
        >
          {m.metadata_edit()}
        </Button>
        <MenuButton
          label={m.common_actions_for({ what: label })}
          groups={[
            [
              isRetired
                ? { label: m.metadata_bring_back(), icon: 'undo', onSelect: () => onRetire(false) }
                : { label: m.metadata_retire(), icon: 'ban', onSelect: () => onRetire(true) },
            ],
            [{ label: m.metadata_delete(), icon: 'trash', isCritical: true, onSelect: onDelete }],
          ]}
        />
      </RowActions>
    </li>
  )
}
