import { useEffect } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import type { Customer } from '#/contract/customers.ts'
import { accountValues, changedFields, type AccountValues } from '#/customers/account/account-values.ts'
import type { AccountOutcome } from '#/customers/account/use-account-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useWorkspace } from '#/workspace/workspace-context.ts'

interface Props {
  control: Control<AccountValues, Customer, AccountOutcome>
  base: Customer
}

/** How many fields were changed, by meaning; tells the workspace whether something is unsaved. */
export function AccountChanges({ control, base }: Props) {
  const workspace = useWorkspace()
  const typed = useWatch({ control })
  const before = accountValues(base)
  const count = changedFields(before, { ...before, ...typed }).length

  // Without clean-up: hiding the record ends its effects, but what was typed is still unsaved.
  useEffect(() => workspace.setUnsaved(base.id, 'account', count > 0), [workspace, base.id, count])

  return count > 0 ? m.record_account_changes({ count }) : null
}
