import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { RowActions, Rows, RowText } from '#/metadata/metadata-rows.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'

interface Props {
  lookups: readonly Lookup[]
  definitions: readonly AttributeDefinition[]
  onAdd: () => void
  onEdit: (lookup: Lookup) => void
  onDelete: (lookup: Lookup) => void
}

export const lookupLabel = ({ label, name }: Lookup) => localized(label)?.text ?? name

function factsOf({ name, values }: Lookup, definitions: readonly AttributeDefinition[]): string {
  const users = definitions.filter(({ lookupName }) => lookupName === name).map(attributeLabel)
  const off = values.filter(({ active }) => !active).length
  return [
    m.metadata_choice_count({ count: values.length }),
    off > 0 && m.metadata_choices_off({ count: off }),
    users.length > 0 ? m.metadata_lookup_used_by({ names: users.join(', ') }) : m.metadata_lookup_unused(),
  ]
    .filter((fact) => fact !== false)
    .join(' · ')
}

/** The lists that attributes choose from. */
export function LookupList({ lookups, definitions, onAdd, onEdit, onDelete }: Props) {
  return (
    <SectionCard
      title={m.metadata_lookups()}
      isFlush
      actions={
        <Button size="small" startIcon={<Icon name="plus" size={12} />} onClick={onAdd}>
          {m.metadata_add_lookup()}
        </Button>
      }
    >
      {lookups.length === 0 ? (
        <EmptyState title={m.metadata_lookups_empty()} text={m.metadata_lookups_empty_text()} />
      ) : (
        <Rows aria-label={m.metadata_lookups()}>
          {lookups.map((lookup) => {
            const what = m.metadata_lookup_named({ label: lookupLabel(lookup) })
            return (
              <li key={lookup.name} data-retired={!lookup.active}>
                <RowText>
                  <b>{lookupLabel(lookup)}</b>
                  <code>{lookup.name}</code>
                  <p>
                    {factsOf(lookup, definitions)}
                    {lookup.active ? null : (
                      <>
                        {' · '}
                        <StatusBadge tone="neutral">{m.metadata_lookup_off()}</StatusBadge>
                      </>
                    )}
                  </p>
                </RowText>
                <RowActions>
                  <Button
                    size="small"
                    startIcon={<Icon name="edit" size={14} />}
                    aria-label={m.metadata_edit_what({ what })}
                    onClick={() => onEdit(lookup)}
                  >
                    {m.metadata_edit()}
                  </Button>
                  <IconButton icon="trash" label={m.metadata_delete_what({ what })} onClick={() => onDelete(lookup)} />
                </RowActions>
              </li>
            )
          })}
        </Rows>
      )}
    </SectionCard>
  )
}
