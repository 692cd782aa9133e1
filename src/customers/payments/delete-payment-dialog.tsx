import { styled } from '@mui/material/styles'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { methodText, usageText } from '#/customers/payments/payment-text.ts'
import { deletePaymentMutation } from '#/customers/payments/save-payment.ts'
import { paymentMeanwhile } from '#/customers/payments/saved-payment-cache.ts'
import { everySavedPaymentQuery } from '#/customers/payments/saved-payment.queries.ts'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialogView } from '#/shared/ui/confirm-dialog-view.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Consequences = styled('div')({
  display: 'grid',
  gap: 8,
  overflowWrap: 'anywhere',
  '& ul': { margin: 0, paddingLeft: 20, display: 'grid', gap: 4 },
})

/** What is asked: a refusal that changes what is at stake asks anew. */
interface Question {
  payment: SavedPayment
  usedBy: SavedPayment['usedBy']
  /** Why it is asked again. */
  news?: string
}

const firstQuestion = (payment: SavedPayment): Question => ({ payment, usedBy: payment.usedBy })

/** The question that follows from a refusal; nothing when asking again would not help. */
function nextQuestion({ payment }: Question, error: unknown): Question | undefined {
  const current = paymentMeanwhile(error)
  if (current) {
    const who = current.updatedBy.displayName ?? m.payments_somebody()
    return { ...firstQuestion(current), news: m.payments_delete_changed({ who }) }
  }
  if (!isApiError(error, 'in-use')) return undefined
  return { payment, usedBy: error.problem?.usedBy ?? [], news: m.payments_delete_in_use() }
}

export interface DeletePaymentProps {
  customerId: string
  subject: Subject
  payment: SavedPayment
  onDeleted: () => void
  /** Somebody else removed it. */
  onGone: () => void
  onCancel: () => void
}

/** Asks before a saved payment method is removed, and says what depends on it. */
export function DeletePaymentDialog({
  customerId,
  subject,
  onDeleted,
  onGone,
  onCancel,
  ...props
}: DeletePaymentProps) {
  const [question, setQuestion] = useState(() => firstQuestion(props.payment))
  const { data: every } = useQuery(everySavedPaymentQuery(customerId))
  const { mutateAsync } = useMutation(deletePaymentMutation(customerId))
  const refresh = useRefreshAfterRefusal(customerId)
  const attempt = useRef<{ intent: string; key: string }>(undefined)

  const { payment, usedBy, news } = question
  const isUsed = usedBy.length > 0 || news === m.payments_delete_in_use()
  const isLast = every?.items.length === 1 && every.unavailable === undefined
  const provider = maskCardNumbers(payment.provider)
  const intent = `${payment.etag} ${isUsed}`

  const confirm = async () => {
    if (attempt.current?.intent !== intent) attempt.current = { intent, key: crypto.randomUUID() }
    try {
      await mutateAsync({ payment, isForced: isUsed, idempotencyKey: attempt.current.key })
      onDeleted()
    } catch (error) {
      const next = nextQuestion(question, error)
      if (next) {
        setQuestion(next)
        return
      }
      refresh(error)
      if (!isApiError(error, 'not-found')) throw error
      onGone()
    }
  }

  return (
    <ConfirmDialogView
      // Another question begins on Cancel again: a second click of the first one must not answer it.
      key={intent}
      isOpen
      title={m.payments_delete_title({ method: methodText(payment) })}
      subject={subject}
      confirmLabel={isUsed ? m.payments_delete_anyway() : m.payments_delete()}
      isDestructive
      errorText={(error) => failureText(error, m.errors_action_failed())}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <Consequences>
        {news ? <FormAlert>{news}</FormAlert> : null}
        <p>{m.payments_delete_text()}</p>
        <ul>
          {payment.isDefault ? <li>{m.payments_delete_default({ provider })}</li> : null}
          {isLast ? <li>{m.payments_delete_last()}</li> : null}
          {usedBy.map((use) => (
            <li key={`${use.type} ${use.id}`}>{m.payments_delete_used({ use: usageText(use) })}</li>
          ))}
        </ul>
      </Consequences>
    </ConfirmDialogView>
  )
}
