import { useQuery } from '@tanstack/react-query'
import { drawnPaymentKinds } from '#/contract/billing-info.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { methodText } from '#/customers/payments/payment-text.ts'
import { everySavedPaymentQuery } from '#/customers/payments/saved-payment.queries.ts'
import type { Option } from '#/shared/form/select-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const drawn: readonly string[] = drawnPaymentKinds

const isChargeable = ({ status }: SavedPayment) => status === 'active' || status === 'expiringSoon'

/** "Visa •••• 0101 (Expired)": one that cannot be charged says why. */
const labelOf = (method: SavedPayment) =>
  isChargeable(method)
    ? methodText(method)
    : m.billing_method_not_charged({
        name: methodText(method),
        status: codeLabel('savedPaymentStatus', method.status),
      })

export interface PayMethods {
  /** Those that money can be drawn from; those that cannot be charged now say why. */
  options: Option[]
  nameOf: (savedPaymentId: string) => string
  /** Not all of them could be read. */
  isIncomplete: boolean
}

/** The saved payments of a customer, to pay invoices from. `presentId` is the one that is set. */
export function usePayMethods(customerId: string, presentId: string | null, isEnabled = true): PayMethods {
  const { data, isError } = useQuery({ ...everySavedPaymentQuery(customerId), enabled: isEnabled })
  const nameOf = (id: string) => {
    const method = data?.items.find((each) => each.id === id)
    if (method) return labelOf(method)
    return data && !data.unavailable ? m.billing_method_gone() : m.billing_method_unknown()
  }
  const options = (data?.items ?? [])
    .filter(({ id, kind }) => drawn.includes(kind) || id === presentId)
    .map((method) => ({
      value: method.id,
      label: labelOf(method),
      isDisabled: !isChargeable(method) && method.id !== presentId,
    }))
  const isThere = presentId === null || options.some(({ value }) => value === presentId)
  return {
    options: isThere ? options : [{ value: presentId, label: nameOf(presentId) }, ...options],
    nameOf,
    isIncomplete: isError || data?.unavailable !== undefined,
  }
}
