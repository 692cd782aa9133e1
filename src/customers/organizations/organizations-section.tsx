import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import * as z from 'zod/mini'
import type { Membership } from '#/contract/organizations.ts'
import type { AddMembershipProps } from '#/customers/organizations/add-membership-dialog.tsx'
import { membershipColumns } from '#/customers/organizations/membership-columns.tsx'
import type { OrganizationPanelProps } from '#/customers/organizations/organization-panel.tsx'
import { membershipListQuery, prefetchOrganization } from '#/customers/organizations/organization.queries.ts'
import { useMemberships } from '#/customers/organizations/use-memberships.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { BesidePanel } from '#/customers/record/beside-panel.ts'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

const sorts = ['name', '-name', 'number', '-number'] as const
const viewSchema = z.object({ sort: z.catch(z.enum(sorts), 'name') })

const addDialog = lazyPart<AddMembershipProps>(
  async () => (await import('#/customers/organizations/add-membership-dialog.tsx')).AddMembershipDialog,
)
const panel = lazyPart<OrganizationPanelProps>(
  async () => (await import('#/customers/organizations/organization-panel.tsx')).OrganizationPanel,
)

/** The organizations that a customer belongs to. */
export function OrganizationsSection({ customerId }: SectionProps) {
  const [{ sort }, setView] = useKeptView(customerId, 'organizations/view', viewSchema)
  const query = useInfiniteQuery({ ...membershipListQuery(customerId, sort), placeholderData: keepPreviousData })
  const client = useQueryClient()
  const reason = useEditReason(customerId)
  const { subject, add, remove } = useMemberships(customerId)
  const [isAdding, setAdding] = useState(false)
  const [opened, setOpened] = useState<Membership>()
  const [leaving, setLeaving] = useState<Membership>()
  const root = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)

  const open = useMemo(
    () => (membership: Membership) => {
      void prefetchOrganization(client, membership.id)
      setOpened(membership)
    },
    [client],
  )
  const columns = useMemo(() => membershipColumns(open), [open])

  /** Back to the name that opened the panel. */
  const closePanel = () => {
    flushSync(() => setOpened(undefined))
    root.current?.querySelector<HTMLElement>(`[data-organization="${opened?.id}"]`)?.focus()
  }
  const confirmLeaving = async () => {
    if (!leaving) return
    await remove(leaving)
    flushSync(() => {
      setLeaving(undefined)
      if (opened?.id === leaving.id) setOpened(undefined)
    })
    // The row that asked is gone.
    addButton.current?.focus()
  }

  const rowMenu = (membership: Membership): MenuAction[][] => [
    [{ label: m.organizations_open(), icon: 'users', onSelect: () => open(membership) }],
    [
      {
        label: m.organizations_remove_menu(),
        icon: 'trash',
        isCritical: reason === undefined,
        disabledReason: reason,
        onSelect: () => setLeaving(membership),
      },
    ],
  ]

  return (
    <SectionFrame
      section="organizations"
      query={query}
      total={query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton />}
      toolbar={
        <ReasonButton
          ref={addButton}
          icon="plus"
          label={m.organizations_add()}
          reason={reason}
          onPress={() => setAdding(true)}
          onIntent={addDialog.preload}
        />
      }
    >
      {({ pages }) => (
        <BesidePanel ref={root} data-open={opened !== undefined}>
          <EndlessTable
            label={m.record_section_organizations()}
            query={query}
            columns={columns}
            rows={pages.flatMap((page) => page.items)}
            rowKey={(membership) => membership.id}
            rowLabel={({ name }) => name}
            rowMenu={rowMenu}
            isRowMarked={({ id }) => id === opened?.id}
            height="content"
            sort={sort}
            onSort={(next) => setView({ sort: sorts.find((known) => known === next) ?? 'name' })}
            errorTitle={m.errors_load()}
            empty={<EmptyState title={m.record_organizations_empty()} text={m.record_organizations_empty_text()} />}
          />
          {opened ? (
            <Suspense fallback={null}>
              <panel.Body key={opened.id} customerId={customerId} organization={opened} onClose={closePanel} />
            </Suspense>
          ) : null}
          {isAdding ? (
            <Suspense fallback={null}>
              <addDialog.Body customerId={customerId} subject={subject} onAdd={add} onClose={() => setAdding(false)} />
            </Suspense>
          ) : null}
          <ConfirmDialog
            isOpen={leaving !== undefined}
            title={m.organizations_remove_title({ name: leaving?.name ?? '' })}
            subject={subject}
            confirmLabel={m.organizations_remove()}
            isDestructive
            errorText={(error) => failureText(error, m.errors_action_failed())}
            onConfirm={confirmLeaving}
            onCancel={() => setLeaving(undefined)}
          >
            {m.organizations_remove_text()}
          </ConfirmDialog>
        </BesidePanel>
      )}
    </SectionFrame>
  )
}
