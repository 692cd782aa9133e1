import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Invoice } from '#/contract/invoices.ts'
import { blankInvoice } from '#/customers/billing/invoice-values.ts'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { isNewId, newRecordId } from '#/workspace/open-records.ts'

/** The form of a new invoice, by its name, and what it began with. */
export interface NewInvoice {
  key: string
  blank: Invoice
}

export interface NewInvoices {
  open: readonly NewInvoice[]
  add: (blank: Invoice) => void
  close: (key: string) => void
}

/** The forms of new invoices: those that were opened here and those with a draft. */
export function useNewInvoices(customerId: string, isReady: boolean): NewInvoices {
  const [open, setOpen] = useState<readonly NewInvoice[]>([])
  const drafted = useDraftsState(
    useShallow((state) => draftsIn(state, customerId, 'billing').map(({ place }) => place.itemId)),
  )
  const isOpen = (key: string) => open.some((form) => form.key === key)
  const restored = isReady ? drafted.filter((key) => isNewId(key) && !isOpen(key)) : []
  // A draft holds everything that the form began with.
  if (restored.length > 0) setOpen([...open, ...restored.map((key) => ({ key, blank: blankInvoice() }))])
  return {
    open,
    add: (blank) => setOpen([{ key: newRecordId(), blank }, ...open]),
    close: (key) => setOpen((forms) => forms.filter((form) => form.key !== key)),
  }
}
