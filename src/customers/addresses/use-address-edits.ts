import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Address } from '#/contract/addresses.ts'
import { blankAddress, freeName, isNew, type AddressValues } from '#/customers/addresses/address-values.ts'
import type { AddressBook } from '#/customers/addresses/address.queries.ts'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { isNewId, newRecordId } from '#/workspace/open-records.ts'

/** A form that is open: over a version of an address, or over a new one. */
export interface OpenEdit {
  /** Id of the address, or `new-…`. */
  key: string
  address: Address
  /** What the form begins with; the values of the address unless told. */
  start?: AddressValues
}

export interface AddressEdits {
  open: readonly OpenEdit[]
  edit: (address: Address) => void
  /** Opens the form of the address with this id, if it is there. */
  editById: (id: string | undefined) => void
  /** Opens a form for another address, with the country that most have. */
  add: () => void
  /** Opens a form that is filled in like an address, under a name that is free. */
  duplicate: (address: Address) => void
  /** Goes on with what was typed over an address that is gone, as a new one in its place. */
  addAs: (key: string, typed: AddressValues) => void
  /** Ends an edit; the card of `focusId` takes the focus as soon as it is there. */
  close: (key: string, focusId: string | undefined) => void
  /** The address whose card has to take the focus. */
  focusId: string | undefined
  focus: (id: string | undefined) => void
}

function usualCountry(addresses: readonly Address[]): string | null {
  const counts = new Map<string, number>()
  for (const { countryCode } of addresses) {
    if (countryCode !== null) counts.set(countryCode, (counts.get(countryCode) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

const nothing: readonly Address[] = []

/** The forms that are open in the address book of a customer: any number at once. Those with a draft are among them. */
export function useAddressEdits(customerId: string, book: AddressBook | undefined): AddressEdits {
  const addresses = book?.items ?? nothing
  const [open, setOpen] = useState<readonly OpenEdit[]>([])
  const [focusId, setFocusId] = useState<string>()
  const drafted = useDraftsState(
    useShallow((state) =>
      draftsIn(state, customerId, 'addresses').map(({ place, wanted }) => `${place.itemId} ${wanted?.baseEtag ?? ''}`),
    ),
  )

  const restored = drafted.flatMap((each): OpenEdit[] => {
    const [key = '', etag = ''] = each.split(' ')
    if (open.some((edit) => edit.key === key)) return []
    if (isNewId(key)) return [{ key, address: blankAddress() }]
    // Of one that was deleted meanwhile there is only what was typed.
    return book ? [{ key, address: addresses.find(({ id }) => id === key) ?? blankAddress({ id: key, etag }) }] : []
  })
  if (restored.length > 0) setOpen([...open, ...restored])

  const openNew = (address: Address) => setOpen((edits) => [{ key: newRecordId(), address }, ...edits])

  const edit = (address: Address) =>
    setOpen((edits) => (edits.some(({ key }) => key === address.id) ? edits : [...edits, { key: address.id, address }]))

  return {
    open,
    focusId,
    focus: setFocusId,
    edit,
    editById: (wanted) => {
      const address = addresses.find(({ id }) => id === wanted)
      if (address) edit(address)
    },
    add: () => openNew(blankAddress({ countryCode: usualCountry(addresses) })),
    duplicate: (address) => {
      const taken = [...addresses, ...open.filter((edit) => isNew(edit.address)).map((edit) => edit.address)]
      const name =
        address.name === null
          ? null
          : freeName(
              address.name,
              taken.map((other) => other.name),
            )
      const { id, etag, usedBy, isPreferredBilling, isPreferredShipping } = blankAddress()
      openNew({ ...address, id, etag, usedBy, isPreferredBilling, isPreferredShipping, name })
    },
    addAs: (key, typed) => {
      const start = { ...typed, isPreferredBilling: false, isPreferredShipping: false }
      const edit = { key: newRecordId(), address: blankAddress(), start }
      setOpen((edits) => edits.map((each) => (each.key === key ? edit : each)))
    },
    close: (key, id) => {
      setOpen((edits) => edits.filter((edit) => edit.key !== key))
      setFocusId(id)
    },
  }
}
