import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { customerName } from '#/contract/customer-name.ts'
import type { CustomerCreate } from '#/contract/create-customer.ts'
import type { Customer } from '#/contract/customers.ts'
import { AccountFormFields } from '#/customers/account/account-form-fields.tsx'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { BeginningFields } from '#/customers/create/beginning-fields.tsx'
import { newCustomer, createEditable, type NewAccountControl } from '#/customers/create/create-editable.ts'
import { DuplicatesTyped } from '#/customers/create/duplicates-typed.tsx'
import { saveNewCustomerMutation } from '#/customers/create/save-new-customer.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const subjectOf = (customer: Customer) => ({
  id: customer.id,
  name: customerName(customer),
  number: customer.customerNumber,
})

/** The account fields; the scopes that were chosen say which languages there are. */
function AccountTyped({ control, base }: { control: NewAccountControl; base: Customer }) {
  const scopeIds = useWatch({ control, name: 'scopeIds' })
  return <AccountFormFields control={control as unknown as AccountControl} customer={{ ...base, scopeIds }} />
}

/** The account of a customer who is not there yet, as fields. Saved, the customer takes the place of the new record. */
export function NewAccount({ id, name }: { id: string; name: string }) {
  const workspace = useWorkspace()
  const { mutateAsync } = useMutation(saveNewCustomerMutation(id))
  const saved = useRef<Customer>(undefined)

  const save = async (edit: Edit<CustomerCreate>) => {
    const customer = await mutateAsync({ ...edit, savedAs: saved.current?.id })
    saved.current = customer
    return customer
  }
  const leave = () => {
    if (saved.current) workspace.replaceSaved(id, saved.current.id)
    else workspace.close([id])
  }

  return (
    <RecordEditor
      editable={createEditable}
      version={newCustomer}
      subject={{ id, name, number: '' }}
      subjectOf={subjectOf}
      save={save}
      readAgain={async () => saved.current ?? newCustomer}
      onDone={leave}
    >
      {(control, base) => (
        <>
          <AccountTyped control={control} base={base} />
          <BeginningFields control={control} />
          <DuplicatesTyped id={id} control={control as unknown as AccountControl} />
        </>
      )}
    </RecordEditor>
  )
}
