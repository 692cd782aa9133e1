import { useMutation } from '@tanstack/react-query'
import { saveAccountMutation } from '#/customers/account/save-account.ts'
import { CustomerQuestion, type QuestionProps } from '#/customers/manage/customer-question.tsx'
import { requestResetMutation, unlockMutation } from '#/customers/manage/manage-mutations.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Asks before a lock is lifted ahead of time. */
export function UnlockQuestion(props: QuestionProps) {
  const { customer } = props
  const unlock = useMutation(unlockMutation(customer.id))
  return (
    <CustomerQuestion
      {...props}
      title={m.account_unlock_question()}
      confirmLabel={m.account_unlock()}
      act={unlock.mutateAsync}
      done={m.account_unlocked()}
    >
      <p>{m.account_unlock_text({ when: formatRelative(customer.lockedUntil ?? '') })}</p>
    </CustomerQuestion>
  )
}

/** Asks before a new password is requested, and says where it goes. */
export function ResetQuestion(props: QuestionProps) {
  const { customer } = props
  const request = useMutation(requestResetMutation(customer.id))
  return (
    <CustomerQuestion
      {...props}
      title={m.account_reset_question()}
      confirmLabel={m.account_reset_confirm()}
      act={async ({ idempotencyKey }) => request.mutateAsync({ idempotencyKey })}
      done={m.account_reset_requested()}
    >
      <p>{m.account_reset_text({ email: customer.email ?? '' })}</p>
      <p>{m.account_reset_later()}</p>
    </CustomerQuestion>
  )
}

/** Asks before a customer becomes a VIP or is one no longer: it decides whether subscriptions are charged. */
export function TierQuestion(props: QuestionProps) {
  const { customer } = props
  const save = useMutation(saveAccountMutation(customer.id))
  const isVip = customer.tier === 'vip'
  return (
    <CustomerQuestion
      {...props}
      title={isVip ? m.account_vip_remove_question() : m.account_vip_question()}
      confirmLabel={isVip ? m.account_vip_remove() : m.account_vip_mark()}
      act={async (command) => save.mutateAsync({ patch: { tier: isVip ? 'standard' : 'vip' }, ...command })}
      done={isVip ? m.account_vip_removed() : m.account_vip_marked()}
    >
      <p>{isVip ? m.account_vip_remove_text() : m.account_vip_text()}</p>
      {isVip ? null : <p>{m.account_vip_automated()}</p>}
    </CustomerQuestion>
  )
}

/** Asks before a customer loses, or is given back, what was bought; the sign-in stays as it is. */
export function AccessQuestion(props: QuestionProps) {
  const { customer } = props
  const save = useMutation(saveAccountMutation(customer.id))
  const isBlocked = customer.accessBlocked
  return (
    <CustomerQuestion
      {...props}
      title={isBlocked ? m.account_access_open_question() : m.account_access_block_question()}
      confirmLabel={isBlocked ? m.account_access_open() : m.account_access_block()}
      isDestructive={!isBlocked}
      act={async (command) => save.mutateAsync({ patch: { accessBlocked: !isBlocked }, ...command })}
      done={isBlocked ? m.account_access_opened() : m.account_access_was_blocked()}
    >
      <p>{isBlocked ? m.account_access_open_text() : m.account_access_block_text()}</p>
    </CustomerQuestion>
  )
}
