import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BillingInfo } from '#/contract/billing-info.ts'
import { billingEditable } from '#/customers/billing/billing-editable.ts'
import { BillingFormFields } from '#/customers/billing/billing-form-fields.tsx'
import { billingInfoQuery } from '#/customers/billing/billing.queries.ts'
import { usePayMethods } from '#/customers/billing/pay-methods.ts'
import { saveBillingMutation } from '#/customers/billing/save-billing.ts'
import { RecordEditor } from '#/customers/editing/record-editor.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'

export interface BillingEditorProps {
  customerId: string
  /** The version that the edit starts from. */
  info: BillingInfo
  /** The newest version that was read. */
  current: BillingInfo
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** The edit is over; says whether the focus was in it. */
  onDone: (hadFocus: boolean) => void
}

/** Billing terms and automated payment as fields in place. */
export function BillingEditor({ customerId, info, current, lostReason, onDone }: BillingEditorProps) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { mutateAsync: save } = useMutation(saveBillingMutation(customerId))
  const methods = usePayMethods(customerId, info.autoPay.savedPaymentId)
  const refresh = useRefreshAfterRefusal(customerId)
  const query = billingInfoQuery(customerId)
  return (
    <RecordEditor
      editable={billingEditable(methods.nameOf)}
      version={info}
      current={current}
      lost={lostReason === undefined ? undefined : { text: lostReason, isReadOnly: true }}
      subject={subject}
      save={save}
      readAgain={async () => client.fetchQuery({ ...query, staleTime: 0 })}
      onTheirs={(theirs) => client.setQueryData(query.queryKey, theirs)}
      onFailure={(error) => {
        refresh(error)
        return undefined
      }}
      onDone={onDone}
    >
      {(control, base) => <BillingFormFields control={control} info={base} methods={methods} />}
    </RecordEditor>
  )
}
