import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { AddAddressButton } from '#/customers/addresses/add-address-button.tsx'
import { AddressBookView } from '#/customers/addresses/address-book-view.tsx'
import { preloadAddressEditor } from '#/customers/addresses/address-form-card.tsx'
import { addressSorts, useAddressOrder, type AddressSort } from '#/customers/addresses/address-order.ts'
import { AddressToolbar } from '#/customers/addresses/address-toolbar.tsx'
import { addressListQuery, type AddressBook } from '#/customers/addresses/address.queries.ts'
import { matchAddresses } from '#/customers/addresses/match-address.ts'
import { PreferenceBar } from '#/customers/addresses/preference-bar.tsx'
import { useAddressEdits, type AddressEdits } from '#/customers/addresses/use-address-edits.ts'
import { usePreferAddress } from '#/customers/addresses/use-prefer-address.ts'
import { useAskedEdit } from '#/customers/editing/asked-edit.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { CardsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const viewSchema = z.object({ sort: z.catch(z.enum(addressSorts), 'preferred') })
const nothing: AddressBook['items'] = []

interface BookProps {
  customerId: string
  addresses: AddressBook['items']
  edits: AddressEdits
  sort: AddressSort
  filter: string
  onClearFilter: () => void
  reason: string | undefined
  onNoneLeft: () => void
}

function AddressBookBody({ customerId, addresses, edits, sort, filter, onClearFilter, reason, onNoneLeft }: BookProps) {
  const prefer = usePreferAddress(customerId)
  const shown = matchAddresses(useAddressOrder(addresses, sort), filter)
  const isEmpty = shown.length === 0 && edits.open.length === 0
  if (isEmpty && addresses.length === 0) {
    return (
      <EmptyState
        title={m.record_addresses_empty()}
        text={m.record_addresses_empty_text()}
        action={reason === undefined ? <Button onClick={edits.add}>{m.addresses_add_first()}</Button> : undefined}
      />
    )
  }
  return (
    <>
      {addresses.length > 0 ? (
        <PreferenceBar
          addresses={addresses}
          isReadOnly={reason !== undefined}
          onPreferNone={(preference) => void prefer(preference, null)}
        />
      ) : null}
      {isEmpty ? (
        <EmptyState
          title={m.addresses_filter_none()}
          text={m.addresses_filter_none_text()}
          action={<ClearButton onClick={onClearFilter}>{m.addresses_filter_clear()}</ClearButton>}
        />
      ) : (
        <AddressBookView {...{ customerId, addresses, shown, edits, reason, onNoneLeft }} />
      )}
    </>
  )
}

/** The shortcut edits the address that has the focus, or the only one; else it goes to the first pen. */
function useEditShortcut(customerId: string, addresses: AddressBook['items'], edits: AddressEdits, mayEdit: boolean) {
  const workspace = useWorkspace()
  const section = useRef<HTMLDivElement>(null)
  useEffect(() =>
    workspace.onEdit(customerId, () => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-address]')?.dataset['address']
      const address = addresses.find(({ id }) => id === focused) ?? (addresses.length === 1 ? addresses[0] : undefined)
      if (mayEdit && address) edits.edit(address)
      else if (mayEdit && addresses.length === 0) edits.add()
      else section.current?.querySelector<HTMLElement>('[data-pen]')?.focus()
    }),
  )
  return section
}

/** The addresses of a customer: to read, to prefer, to edit each in its place. */
export function AddressesSection({ customerId }: SectionProps) {
  const query = useQuery(addressListQuery(customerId))
  const reason = useEditReason(customerId)
  const [view, keepView] = useKeptView(customerId, 'addresses/view', viewSchema)
  const [filter, setFilter] = useState('')
  const addresses = query.data?.items ?? nothing
  const edits = useAddressEdits(customerId, query.data)
  const section = useEditShortcut(customerId, addresses, edits, reason === undefined)
  useAskedEdit(customerId, 'addresses', query.data && reason === undefined ? edits.editById : undefined)
  const addButton = useRef<HTMLButtonElement>(null)

  const toolbar =
    addresses.length > 1 ? (
      <AddressToolbar
        filter={filter}
        onFilter={setFilter}
        sort={view.sort}
        onSort={(sort) => keepView({ sort })}
        shown={matchAddresses(addresses, filter).length}
        total={addresses.length}
      />
    ) : null

  return (
    <div ref={section} style={{ display: 'contents' }}>
      <SectionFrame
        section="addresses"
        query={query}
        total={query.data?.total}
        isFilling
        skeleton={<CardsSkeleton />}
        toolbar={toolbar}
        pen={
          query.data ? (
            <AddAddressButton ref={addButton} reason={reason} onAdd={edits.add} onIntent={preloadAddressEditor} />
          ) : null
        }
      >
        {({ items }) => (
          <AddressBookBody
            customerId={customerId}
            addresses={items}
            edits={edits}
            sort={view.sort}
            filter={filter}
            onClearFilter={() => setFilter('')}
            reason={reason}
            onNoneLeft={() => addButton.current?.focus()}
          />
        )}
      </SectionFrame>
    </div>
  )
}
