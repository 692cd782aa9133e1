import { styled } from '@mui/material/styles'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { attributeLabel } from '#/customers/attributes/attribute-groups.ts'
import { attributeDefinitionsQuery, lookupsQuery } from '#/customers/attributes/attribute.queries.ts'
import { AttributeGroups } from '#/metadata/attribute-groups.tsx'
import type { DefinitionDialogProps } from '#/metadata/definition-dialog.tsx'
import type { GroupDialogProps } from '#/metadata/group-dialog.tsx'
import { groupLabel } from '#/metadata/group-card.tsx'
import type { LookupDialogProps } from '#/metadata/lookup-dialog.tsx'
import { lookupLabel, LookupList } from '#/metadata/lookup-list.tsx'
import { definitionBody, saveDefinitionMutation } from '#/metadata/metadata.mutations.ts'
import { RemoveDialog, type RemoveDialogProps } from '#/metadata/remove-dialog.tsx'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { FieldsSkeleton, SkeletonRegion } from '#/shared/ui/skeletons.tsx'

const Page = styled('main')({
  height: '100%',
  overflowY: 'auto',
  padding: '12px 24px 24px',
  [narrow]: { padding: '8px 12px 16px' },
})
const Sheet = styled('div')({ display: 'grid', gap: 16, maxWidth: 960, gridTemplateColumns: 'minmax(0, 1fr)' })
const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  '& > h1, & > h2': { flex: 1 },
})

const definitionDialog = lazyPart<DefinitionDialogProps>(
  async () => (await import('#/metadata/definition-dialog.tsx')).DefinitionDialog,
)
const groupDialog = lazyPart<GroupDialogProps>(async () => (await import('#/metadata/group-dialog.tsx')).GroupDialog)
const lookupDialog = lazyPart<LookupDialogProps>(
  async () => (await import('#/metadata/lookup-dialog.tsx')).LookupDialog,
)

type Asked =
  | { what: 'definition'; definition: AttributeDefinition | undefined; groupId: string | null }
  | { what: 'group'; group: AttributeGroup | undefined }
  | { what: 'lookup'; lookup: Lookup | undefined }
  | ({ what: 'remove' } & Omit<RemoveDialogProps, 'onClose'>)

/** Which attributes customers have: for administrators. */
export function AttributesPage() {
  const mayWrite = useMay('metadata:write')
  return (
    <Page>
      <Sheet>
        {mayWrite ? (
          <AttributesAdministration />
        ) : (
          <>
            <h1>{m.metadata_title()}</h1>
            <EmptyState title={m.metadata_forbidden()} text={m.metadata_forbidden_text()} />
          </>
        )}
      </Sheet>
    </Page>
  )
}

function AttributesAdministration() {
  const metadata = useQuery(attributeDefinitionsQuery)
  const lookups = useQuery(lookupsQuery)
  const save = useMutation({ ...saveDefinitionMutation, meta: { ...saveDefinitionMutation.meta, onFailure: 'notice' } })
  const notices = useNotices()
  const [asked, setAsked] = useState<Asked>()
  const error = metadata.error ?? lookups.error
  // What is still on its way does not hold up another try.
  const failed = [metadata, lookups].filter(({ isError }) => isError)

  const retire = async (definition: AttributeDefinition, retires: boolean) => {
    const body = { ...definitionBody(definition), retiredAt: retires ? new Date().toISOString() : null }
    await save.mutateAsync({ key: definition.name, etag: definition.etag, body })
    const label = attributeLabel(definition)
    notices.show({
      kind: 'success',
      text: retires ? m.metadata_retired({ label }) : m.metadata_brought_back({ label }),
    })
  }

  return (
    <>
      <Head>
        <h1>{m.metadata_title()}</h1>
        {metadata.data && lookups.data ? (
          <Button
            startIcon={<Icon name="plus" size={14} />}
            onClick={() => setAsked({ what: 'group', group: undefined })}
          >
            {m.metadata_add_group()}
          </Button>
        ) : null}
      </Head>
      {metadata.data && lookups.data ? (
        <>
          <p>{m.metadata_intro()}</p>
          <AttributeGroups
            definitions={metadata.data.items}
            groups={metadata.data.groups}
            lookups={lookups.data}
            onAdd={(groupId) => setAsked({ what: 'definition', definition: undefined, groupId })}
            onEdit={(definition) => setAsked({ what: 'definition', definition, groupId: definition.groupId })}
            onRetire={(definition, retires) => void retire(definition, retires).catch(() => undefined)}
            onRemove={(definition) =>
              setAsked({
                what: 'remove',
                removal: { kind: 'definition', key: definition.name, etag: definition.etag },
                label: attributeLabel(definition),
                retires: definition,
              })
            }
            onEditGroup={(group) => setAsked({ what: 'group', group })}
            onRemoveGroup={(group) =>
              setAsked({
                what: 'remove',
                removal: { kind: 'group', key: group.id, etag: group.etag },
                label: groupLabel(group),
              })
            }
          />
          <LookupList
            lookups={lookups.data}
            definitions={metadata.data.items}
            onAdd={() => setAsked({ what: 'lookup', lookup: undefined })}
            onEdit={(lookup) => setAsked({ what: 'lookup', lookup })}
            onDelete={(lookup) =>
              setAsked({
                what: 'remove',
                removal: { kind: 'lookup', key: lookup.name, etag: lookup.etag },
                label: lookupLabel(lookup),
              })
            }
          />
          <Dialogs
            asked={asked}
            definitions={metadata.data.items}
            groups={metadata.data.groups}
            lookups={lookups.data}
            onClose={() => setAsked(undefined)}
          />
        </>
      ) : error ? (
        <ErrorState
          text={failureText(error, m.common_nothing_lost())}
          requestId={requestIdOf(error)}
          onRetry={() => void Promise.all(failed.map(async ({ refetch }) => refetch()))}
          isRetrying={failed.some(({ isFetching }) => isFetching)}
        />
      ) : (
        <SkeletonRegion>
          <FieldsSkeleton fields={12} />
        </SkeletonRegion>
      )}
    </>
  )
}

interface DialogsProps {
  asked: Asked | undefined
  definitions: readonly AttributeDefinition[]
  groups: readonly AttributeGroup[]
  lookups: readonly Lookup[]
  onClose: () => void
}

function Dialogs({ asked, definitions, groups, lookups, onClose }: DialogsProps) {
  if (!asked) return null
  const { Body: Definition } = definitionDialog
  const { Body: Group } = groupDialog
  const { Body: LookupForm } = lookupDialog
  return (
    <Suspense fallback={null}>
      {asked.what === 'definition' ? (
        <Definition {...asked} definitions={definitions} groups={groups} onClose={onClose} />
      ) : null}
      {asked.what === 'group' ? <Group group={asked.group} groups={groups} onClose={onClose} /> : null}
      {asked.what === 'lookup' ? <LookupForm lookup={asked.lookup} lookups={lookups} onClose={onClose} /> : null}
      {asked.what === 'remove' ? <RemoveDialog {...asked} onClose={onClose} /> : null}
    </Suspense>
  )
}
