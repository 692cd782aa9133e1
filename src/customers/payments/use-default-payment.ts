import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { methodText } from '#/customers/payments/payment-text.ts'
import { changeDefaultMutation, type DefaultChange } from '#/customers/payments/save-payment.ts'
import { paymentMeanwhile, rememberPayment } from '#/customers/payments/saved-payment-cache.ts'
import { everySavedPaymentQuery } from '#/customers/payments/saved-payment.queries.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

const isSame = (a: DefaultChange, b: DefaultChange) => a.payment.id === b.payment.id && a.isDefault === b.isDefault

/** The rows as they will be once the changes under way are made: one default a provider. */
export function withDefaults(rows: readonly SavedPayment[], changes: readonly DefaultChange[]): SavedPayment[] {
  return changes.reduce(
    (before, { payment, isDefault }) =>
      before.map((row) => {
        if (row.id === payment.id) return { ...row, isDefault }
        return isDefault && row.provider === payment.provider && row.isDefault ? { ...row, isDefault: false } : row
      }),
    [...rows],
  )
}

const saidOf = ({ payment, isDefault }: DefaultChange) => {
  const provider = maskCardNumbers(payment.provider)
  return isDefault
    ? m.payments_is_default({ method: methodText(payment), provider })
    : m.payments_has_no_default({ provider })
}

/** Changes the default of a provider: shown at once, taken back when it is refused, undone from its notice. */
export function useDefaultPayment(customerId: string) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const notices = useNotices()
  const sayRefusal = useSayRefusal(customerId)
  const mutation = changeDefaultMutation(customerId)
  const { mutateAsync } = useMutation(mutation)
  const pending = useMutationState({
    filters: { mutationKey: mutation.mutationKey ?? [], status: 'pending' },
    select: ({ state }) => state.variables as DefaultChange,
  })

  const fail = (error: unknown, change: DefaultChange) => {
    const current = paymentMeanwhile(error)
    if (!current) {
      sayRefusal(error, subject)
      return
    }
    rememberPayment(client, customerId, current)
    // Somebody else did the same, or the answer to the first attempt got lost.
    if (current.isDefault === change.isDefault) {
      notices.show({ kind: 'success', subject, text: saidOf(change) })
      return
    }
    sayRefusal(error, subject, {
      text: m.payments_changed_meanwhile({
        method: methodText(current),
        who: current.updatedBy.displayName ?? m.payments_somebody(),
      }),
      action: {
        label: change.isDefault ? m.payments_make_default() : m.payments_clear_default(),
        run: () => void send({ ...change, payment: current }),
      },
    })
  }

  const send = async (change: DefaultChange) => {
    try {
      const { before } = await mutateAsync(change)
      notices.show({ kind: 'success', subject, text: saidOf(change), undo: () => void undo(change, before) })
    } catch (error) {
      fail(error, change)
    }
  }

  /** Back to what was the default before, unless somebody has changed it since. */
  const undo = async ({ payment, isDefault }: DefaultChange, before: SavedPayment | undefined) => {
    try {
      const { items } = await client.fetchQuery(everySavedPaymentQuery(customerId))
      const now = items.find(({ id }) => id === payment.id)
      const back = isDefault && before ? items.find(({ id }) => id === before.id) : now
      if (!now || !back || now.isDefault !== isDefault) {
        notices.show({ kind: 'error', subject, text: m.payments_not_undone() })
        return
      }
      rememberPayment(client, customerId, back)
      const change = { payment: back, isDefault: !isDefault || before !== undefined }
      await mutateAsync(change)
      notices.show({ kind: 'success', subject, text: saidOf(change) })
    } catch (error) {
      sayRefusal(error, subject)
    }
  }

  const change = (asked: DefaultChange) => {
    if (!pending.some((other) => isSame(other, asked))) void send(asked)
  }
  return { change, pending }
}
