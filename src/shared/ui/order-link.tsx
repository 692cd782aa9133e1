import { Link, type HistoryState } from '@tanstack/react-router'
import type { ReactNode } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Id of the record from which an order was looked at: the way back. */
    fromRecord?: string
  }
}

/** Where an order is shown, and whence: for `navigate` and for links. */
export const orderPlace = (orderId: string, fromRecord: string | undefined) => ({
  to: '/orders/$orderId' as const,
  params: { orderId },
  state: (fromRecord === undefined ? {} : { fromRecord }) satisfies HistoryState,
})

/** Link to an order in the Orders module, which then leads back to the record. */
export function OrderLink({
  orderId,
  fromRecord,
  children,
}: {
  orderId: string
  fromRecord?: string
  children: ReactNode
}) {
  return <Link {...orderPlace(orderId, fromRecord)}>{children}</Link>
}
