import { styled } from '@mui/material/styles'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { CustomerStore } from '#/contract/stores.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { PreferenceGroup, PreferenceRadio } from '#/customers/stores/preference-radio.tsx'
import { storeColumns } from '#/customers/stores/store-columns.tsx'
import type { StoreListDialogProps } from '#/customers/stores/store-list-dialog.tsx'
import { customerStoreListQuery } from '#/customers/stores/store.queries.ts'
import { usePreferredStore } from '#/customers/stores/use-preferred-store.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const dialog = lazyPart<StoreListDialogProps>(
  async () => (await import('#/customers/stores/store-list-dialog.tsx')).StoreListDialog,
)

const Warning = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '6px 12px',
  marginBottom: 8,
  borderRadius: sizes.radius,
  backgroundColor: color.cautionSoft,
  '& > svg, & > button': { flex: 'none' },
  '& > svg': { color: color.caution },
})

const NoneRow = styled('div')({ padding: '4px 12px' })

/** Why the preferred store is one to think about. */
function warningOf({ store, linked }: CustomerStore): string | undefined {
  if (!store.active) return m.stores_preferred_inactive({ name: store.name })
  return linked ? undefined : m.stores_preferred_unlinked({ name: store.name })
}

/** The stores a customer uses most, the preferred one first. */
export function StoresSection({ customerId }: SectionProps) {
  const query = useInfiniteQuery(customerStoreListQuery(customerId))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const reason = useEditReason(customerId)
  const workspace = useWorkspace()
  const [isEditing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const stores = rows.map(({ store }) => store)
  const { preferredId, choose, subject } = usePreferredStore(customerId, stores)
  const preferred = rows.find(({ store }) => store.id === preferredId)
  const warning = preferred && warningOf(preferred)

  const canEdit = reason === undefined
  useEffect(
    () => workspace.onEdit(customerId, () => (canEdit ? setEditing(true) : editButton.current?.focus())),
    [workspace, customerId, canEdit],
  )

  return (
    <SectionFrame
      section="stores"
      query={query}
      total={query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton />}
      toolbar={
        <ReasonButton
          ref={editButton}
          icon="edit"
          label={m.stores_edit_list()}
          reason={reason}
          onPress={() => setEditing(true)}
          onIntent={dialog.preload}
        />
      }
    >
      {() => (
        <>
          {warning ? (
            <Warning>
              <Icon name="alert" />
              <span>{warning}</span>
              {canEdit ? (
                <Button size="small" onClick={() => choose(null)}>
                  {m.stores_clear_preferred()}
                </Button>
              ) : null}
            </Warning>
          ) : null}
          {rows.length === 0 ? (
            <EmptyState title={m.record_stores_empty()} text={m.record_stores_empty_text()} />
          ) : (
            <PreferenceGroup
              preferredId={preferredId}
              stopId={preferred?.store.id ?? null}
              reason={reason}
              choose={choose}
            >
              <NoneRow>
                <PreferenceRadio choice={null} label={m.stores_none()}>
                  {m.stores_none()}
                </PreferenceRadio>
              </NoneRow>
              <EndlessTable
                label={m.record_section_stores()}
                query={query}
                columns={storeColumns}
                rows={rows}
                rowKey={({ store }) => store.id}
                height="content"
                errorTitle={m.errors_load()}
              />
            </PreferenceGroup>
          )}
          {isEditing ? (
            <Suspense fallback={null}>
              <dialog.Body customerId={customerId} subject={subject} onClose={() => setEditing(false)} />
            </Suspense>
          ) : null}
        </>
      )}
    </SectionFrame>
  )
}
