import { useRef, useState } from 'react'
import type { Address } from '#/contract/addresses.ts'
import { blankAddress, freeName, isNew } from '#/customers/addresses/address-values.ts'

/** A form that is open: over a version of an address, or over a new one. */
export interface OpenEdit {
  /** Id of the address, or `new-1` and so on. */
  key: string
  address: Address
}

export interface AddressEdits {
  open: readonly OpenEdit[]
  edit: (address: Address) => void
  /** Opens a form for another address, with the country that most have. */
  add: () => void
  /** Opens a form that is filled in like an address, under a name that is free. */
  duplicate: (address: Address) => void
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

/** The forms that are open in the address book of a customer: any number at once. */
export function useAddressEdits(addresses: readonly Address[]): AddressEdits {
  const [open, setOpen] = useState<readonly OpenEdit[]>([])
  const [focusId, setFocusId] = useState<string>()
  const count = useRef(0)

  const openNew = (address: Address) => {
    count.current += 1
    const key = `new-${count.current}`
    setOpen((edits) => [{ key, address }, ...edits])
  }

  return {
    open,
    focusId,
    focus: setFocusId,
    edit: (address) =>
      setOpen((edits) =>
        edits.some(({ key }) => key === address.id) ? edits : [...edits, { key: address.id, address }],
      ),
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
    close: (key, id) => {
      setOpen((edits) => edits.filter((edit) => edit.key !== key))
      setFocusId(id)
    },
  }
}
