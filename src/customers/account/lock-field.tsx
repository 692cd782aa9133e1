import { useMinutesLeft } from '#/customers/record/lock-flag.tsx'
import type { Customer } from '#/contract/customers.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field } from '#/shared/ui/field-list.tsx'

/** Whether the sign-in is locked for a while: something else than the status and than blocked access. */
export function LockField({ customer }: { customer: Customer }) {
  const { accountType, lockedUntil } = customer
  const isLocked = useMinutesLeft(Date.parse(lockedUntil ?? '')) > 0
  return (
    <Field label={m.account_field_sign_in()}>
      {accountType === 'registered' && isLocked && lockedUntil !== null
        ? m.record_locked({ when: formatRelative(lockedUntil) })
        : accountType === 'registered'
          ? m.account_sign_in_open()
          : m.account_not_applicable()}
    </Field>
  )
}
