import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { customerName } from '#/contract/customer-name.ts'
import type { CustomerCreate } from '#/contract/create-customer.ts'
import type { Customer } from '#/contract/customers.ts'
import { AccountFormFields } from '#/customers/account/account-form-fields.tsx'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { BeginningFields, type Beginning } from '#/customers/create/beginning-fields.tsx'
import { blankCustomer, createEditable } from '#/customers/create/create-editable.ts'
import { DuplicatesTyped } from '#/customers/create/duplicates-typed.tsx'
import { saveNewCustomerMutation } from '#/customers/create/save-new-customer.ts'
import { TitleTyped } from '#/customers/create/title-typed.tsx'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const subjectOf = (customer: Customer) => ({
  id: customer.id,
  name: customerName(customer),
  number: customer.customerNumber,
})

/** Active and without a scope: what the API makes of nothing said. */
const usual: Beginning = { status: 'active', scopeIds: [] }

/** The account of a customer who is not there yet, as fields. Saved, the customer takes the place of the new record. */
export function NewAccount({ id, name }: { id: string; name: string }) {
  const workspace = useWorkspace()
  const { mutateAsync } = useMutation(saveNewCustomerMutation(id))
  const [beginning, setBeginning] = useState(usual)
  const saved = useRef<Customer>(undefined)
  const keyOf = useIntentKeys()

  const save = async ({ patch, ifMatch }: Edit<CustomerCreate>) => {
    const savedAs = saved.current?.id
    const { status, scopeIds } = beginning
    const begun = savedAs === undefined ? { status, ...(scopeIds.length > 0 ? { scopeIds } : {}) } : {}
    const body = { ...patch, ...begun }
    const customer = await mutateAsync({ patch: body, savedAs, ifMatch, idempotencyKey: keyOf([ifMatch, body]) })
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
      version={blankCustomer}
      subject={{ id, name, number: '' }}
      subjectOf={subjectOf}
      save={save}
      readAgain={async () => saved.current ?? blankCustomer}
      onDone={leave}
    >
      {(control, base) => {
        const fields = control as unknown as AccountControl
        return (
          <>
            <TitleTyped id={id} control={fields} />
            <AccountFormFields control={fields} customer={{ ...base, scopeIds: beginning.scopeIds }} />
            <BeginningFields value={beginning} onChange={setBeginning} />
            <DuplicatesTyped id={id} control={fields} />
          </>
        )
      }}
    </RecordEditor>
  )
}
