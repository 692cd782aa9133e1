import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { customerName } from '#/contract/customer-name.ts'
import type { Customer } from '#/contract/customers.ts'
import { AccountFormFields } from '#/customers/account/account-form-fields.tsx'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { rememberCustomer, saveAccountMutation } from '#/customers/account/save-account.ts'
import { customerKeys, customerQuery } from '#/customers/customer.queries.ts'
import { RecordEditor } from '#/customers/editing/record-editor.tsx'
import { isApiError } from '#/shared/api/api-error.ts'

export interface AccountEditorProps {
  /** The version that the edit starts from. */
  customer: Customer
  /** The newest version that was read. */
  current: Customer
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** The edit is over; says whether the focus was in it. */
  onDone: (hadFocus: boolean) => void
  /** Stands between the fields and the buttons. */
  children?: ReactNode
}

const subjectOf = (customer: Customer) => ({
  id: customer.id,
  name: customerName(customer),
  number: customer.customerNumber,
})

/** The account as fields in place. */
export function AccountEditor({ customer, current, lostReason, onDone, children }: AccountEditorProps) {
  const client = useQueryClient()
  const save = useMutation(saveAccountMutation(customer.id))
  const readAgain = async () => client.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 })
  const readWhenGone = async (error: unknown) => {
    if (!isApiError(error, 'not-found', 'anonymized-record')) return
    await client.invalidateQueries({ queryKey: customerKeys.detail(customer.id) })
  }
  return (
    <RecordEditor
      editable={accountEditable}
      version={customer}
      current={current}
      lost={lostReason === undefined ? undefined : { text: lostReason, isReadOnly: true }}
      subject={subjectOf(customer)}
      subjectOf={subjectOf}
      save={save.mutateAsync}
      readAgain={readAgain}
      onTheirs={(theirs) => rememberCustomer(client, theirs)}
      onFailure={readWhenGone}
      onDone={onDone}
    >
      {(control, base) => (
        <>
          <AccountFormFields control={control} customer={base} />
          {children}
        </>
      )}
    </RecordEditor>
  )
}
