import { styled } from '@mui/material/styles'
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Address } from '#/contract/addresses.ts'
import { AddressCard } from '#/customers/addresses/address-card.tsx'
import { AddressFormCard, preloadAddressEditor } from '#/customers/addresses/address-form-card.tsx'
import { isNew } from '#/customers/addresses/address-values.ts'
import { CardGrid } from '#/customers/addresses/card-grid.tsx'
import type { Placed } from '#/customers/addresses/card-rows.ts'
import { DeleteAddressDialog } from '#/customers/addresses/delete-address-dialog.tsx'
import type { AddressEdits, OpenEdit } from '#/customers/addresses/use-address-edits.ts'
import { useDeleteAddress } from '#/customers/addresses/use-delete-address.ts'
import { usePreferAddress } from '#/customers/addresses/use-prefer-address.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { useRememberedScroll } from '#/workspace/use-remembered-scroll.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Room for the rings of what has the focus, which the scroller would cut off. */
const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  overscrollBehavior: 'contain',
  margin: '0 -4px',
  padding: '4px 4px 0',
})

interface PlacedAddress extends Placed {
  address: Address
  edit: OpenEdit | undefined
}

const placeEdit = (edit: OpenEdit): PlacedAddress => ({ key: edit.key, isWide: true, address: edit.address, edit })

/** New ones first, then the addresses; a form stays where it is, also when a filter or a colleague took its address away. */
function placeAll(addresses: readonly Address[], open: readonly OpenEdit[]): PlacedAddress[] {
  const isShown = ({ key }: OpenEdit) => addresses.some(({ id }) => id === key)
  const shown = addresses.map((address): PlacedAddress => {
    const edit = open.find(({ key }) => key === address.id)
    return { key: address.id, isWide: edit !== undefined, address, edit }
  })
  return [...open.filter((edit) => !isShown(edit)).map(placeEdit), ...shown]
}

interface Props {
  customerId: string
  /** All of them, to find the present version of one. */
  addresses: readonly Address[]
  /** Those to show, in order. */
  shown: readonly Address[]
  edits: AddressEdits
  reason: string | undefined
  /** The address that had the focus is gone and there is no other one. */
  onNoneLeft: () => void
}

const scrollPlace = 'addresses/cards'

/** The cards of an address book and the forms between them. */
export function AddressBookView({ customerId, addresses, shown, edits, reason, onNoneLeft }: Props) {
  const workspace = useWorkspace()
  const subject = useSubject(customerId)
  const prefer = usePreferAddress(customerId)
  const remove = useDeleteAddress(customerId)
  const [deleting, setDeleting] = useState<Address>()
  const scroller = useRef<HTMLDivElement>(null)
  const remember = useRememberedScroll(customerId, scrollPlace)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      return remember(element)
    },
    [remember],
  )
  const kept = workspace.recall(customerId, scrollPlace)
  const { focus } = edits
  const focused = useCallback(() => focus(undefined), [focus])

  const finish = (edit: OpenEdit) => (hadFocus: boolean, savedId: string | undefined) => {
    const id = savedId ?? (isNew(edit.address) ? undefined : edit.key)
    flushSync(() => edits.close(edit.key, hadFocus ? id : undefined))
    if (hadFocus && id === undefined) onNoneLeft()
  }

  // What a colleague changed meanwhile is what would go.
  const present = addresses.find(({ id }) => id === deleting?.id) ?? deleting
  const confirm = async () => {
    if (!present) return
    const place = shown.findIndex(({ id }) => id === present.id)
    const next = shown[place + 1] ?? shown[place - 1]
    await remove(present)
    flushSync(() => setDeleting(undefined))
    if (next) focus(next.id)
    else onNoneLeft()
  }

  return (
    <>
      <Scroller ref={attach}>
        <CardGrid
          placed={placeAll(shown, edits.open)}
          scroller={scroller}
          initialOffset={Array.isArray(kept) ? Number(kept[0]) : 0}
        >
          {({ key, address, edit }) =>
            edit ? (
              <AddressFormCard
                {...{ customerId, address: edit.address, start: edit.start, lostReason: reason }}
                formKey={key}
                onAddAsNew={(typed) => edits.addAs(key, typed)}
                onDone={finish(edit)}
              />
            ) : (
              <AddressCard
                address={address}
                reason={reason}
                takesFocus={edits.focusId === address.id}
                onFocused={focused}
                onEdit={() => edits.edit(address)}
                onIntent={preloadAddressEditor}
                onDuplicate={() => edits.duplicate(address)}
                onDelete={() => setDeleting(address)}
                onPrefer={(preference) => void prefer(preference, address.id)}
              />
            )
          }
        </CardGrid>
      </Scroller>
      {present ? (
        <DeleteAddressDialog
          address={present}
          subject={subject}
          onConfirm={confirm}
          onCancel={() => setDeleting(undefined)}
        />
      ) : null}
    </>
  )
}
