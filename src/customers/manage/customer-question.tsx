import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { rememberCustomer } from '#/customers/account/save-account.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import { customerMeanwhile } from '#/customers/manage/meanwhile.ts'
import { NewsAlert } from '#/customers/manage/news-alert.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialogView } from '#/shared/ui/confirm-dialog-view.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'

export interface QuestionProps {
  /** The version that the question is about. */
  customer: Customer
  subject: Subject
  onClose: () => void
}

interface Props extends QuestionProps {
  title: string
  confirmLabel: string
  isDestructive?: boolean
  /** Does it, over that version. */
  act: (command: { ifMatch: string; idempotencyKey: string }) => Promise<unknown>
  /** Said once it is done. */
  done: string
  children: ReactNode
}

/** A yes or no before something is done to a customer. A change by somebody else meanwhile is told, and asked again. */
export function CustomerQuestion({ customer, subject, onClose, act, done, children, ...dialog }: Props) {
  const client = useQueryClient()
  const notices = useNotices()
  const refresh = useRefreshAfterRefusal(customer.id)
  const keyOf = useIntentKeys()
  const [asked, setAsked] = useState<{ now: Customer; before?: Customer }>({ now: customer })

  const confirm = async () => {
    const { etag: ifMatch } = asked.now
    try {
      await act({ ifMatch, idempotencyKey: keyOf(ifMatch) })
    } catch (error) {
      const current = customerMeanwhile(error)
      refresh(error)
      if (!current) throw error
      rememberCustomer(client, current)
      setAsked({ now: current, before: asked.now })
      return
    }
    notices.show({ kind: 'success', text: done, subject })
    onClose()
  }

  return (
    <ConfirmDialogView
      // Asked anew it begins anew: a second click of the first question must not answer it.
      key={asked.now.etag}
      {...dialog}
      isOpen
      subject={subject}
      errorText={(error) => failureText(error, m.errors_action_failed())}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {asked.before ? <NewsAlert before={asked.before} after={asked.now} /> : null}
      {children}
    </ConfirmDialogView>
  )
}
