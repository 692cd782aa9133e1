import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import { invoiceQuery } from '#/customers/billing/billing.queries.ts'
import { useOpenItem } from '#/customers/record/use-open-item.ts'

/** An invoice as far as it is known where it is opened: a row, the number that a payment gives, or no more than an id. */
export type KnownInvoice = InvoiceListItem | { id: string; number: string | undefined }
export type OpenInvoice = (invoice: KnownInvoice) => void

export interface InvoicePanelState {
  opened: KnownInvoice | undefined
  open: OpenInvoice
  /** Closes it; the focus goes back to what opened it. */
  close: () => void
}

/** Which invoice is shown beside the section, whose element is `root`. */
export function useInvoicePanel(customerId: string, root: RefObject<HTMLElement | null>): InvoicePanelState {
  const client = useQueryClient()
  const { openId, open, close } = useOpenItem(customerId, 'billing')
  const [given, setGiven] = useState<KnownInvoice>()
  const opener = useRef<Element>(null)
  const openInvoice = useCallback<OpenInvoice>(
    (invoice) => {
      opener.current = document.activeElement
      void client.prefetchQuery(invoiceQuery(customerId, invoice.id))
      setGiven(invoice)
      open(invoice.id)
    },
    [client, customerId, open],
  )
  const closeInvoice = () => {
    flushSync(close)
    const isThere = opener.current instanceof HTMLElement && opener.current.isConnected
    const row = root.current?.querySelector<HTMLElement>(`[data-invoice="${openId}"]`)
    if (isThere && given?.id === openId) (opener.current as HTMLElement).focus()
    else row?.focus()
  }
  const opened = openId === undefined ? undefined : given?.id === openId ? given : { id: openId, number: undefined }
  return { opened, open: openInvoice, close: closeInvoice }
}
