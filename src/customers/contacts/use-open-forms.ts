import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { isNewId, newRecordId } from '#/workspace/open-records.ts'

interface Listed {
  id: string
}

/** A form that is open: over something of a list, or over something new. */
export interface OpenForm<Item extends Listed, Values> {
  /** Id of the thing, or `new-…`. */
  key: string
  /** The version that it was opened over; nothing for a new thing, and for one of which there is only a draft. */
  item: Item | undefined
  /** What the form begins with. */
  start?: Values
}

export interface OpenForms<Item extends Listed, Values> {
  open: readonly OpenForm<Item, Values>[]
  edit: (item: Item) => void
  add: () => void
  /** Goes on with what was typed over a thing that is gone, as a new one in its place. */
  addAs: (key: string, typed: Values) => void
  /** Ends an edit; the card of `focusId` takes the focus as soon as it is there. */
  close: (key: string, focusId: string | undefined) => void
  focusId: string | undefined
  focus: (id: string | undefined) => void
}

/** What the drafts of alternative contacts are called by in the section, beside those of contacts. */
export const delegatePrefix = 'delegate-'

/** Whether a draft of the section belongs to the list with this prefix, and the key of its form. */
function keyOf(itemId: string, prefix: string): string | undefined {
  if (prefix === '') return itemId.startsWith(delegatePrefix) ? undefined : itemId
  return itemId.startsWith(prefix) ? itemId.slice(prefix.length) : undefined
}

/** The forms that are open in one list of the section: any number at once. Those with a draft are among them. */
export function useOpenForms<Item extends Listed, Values>(
  customerId: string,
  prefix: string,
  items: readonly Item[] | undefined,
): OpenForms<Item, Values> {
  const [open, setOpen] = useState<readonly OpenForm<Item, Values>[]>([])
  const [focusId, setFocusId] = useState<string>()
  const drafted = useDraftsState(
    useShallow((state) =>
      draftsIn(state, customerId, 'contacts').flatMap(({ place }) => keyOf(place.itemId, prefix) ?? []),
    ),
  )

  const restored = drafted.flatMap((key): OpenForm<Item, Values>[] => {
    if (!items || open.some((form) => form.key === key)) return []
    return [{ key, item: isNewId(key) ? undefined : items.find(({ id }) => id === key) }]
  })
  if (restored.length > 0) setOpen([...open, ...restored])

  return {
    open,
    focusId,
    focus: setFocusId,
    edit: (item) =>
      setOpen((forms) => (forms.some(({ key }) => key === item.id) ? forms : [...forms, { key: item.id, item }])),
    add: () => setOpen((forms) => [{ key: newRecordId(), item: undefined }, ...forms]),
    addAs: (key, start) =>
      setOpen((forms) =>
        forms.map((form) => (form.key === key ? { key: newRecordId(), item: undefined, start } : form)),
      ),
    close: (key, id) => {
      setOpen((forms) => forms.filter((form) => form.key !== key))
      setFocusId(id)
    },
  }
}
