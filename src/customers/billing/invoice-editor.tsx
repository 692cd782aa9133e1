import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getInvoice, type Invoice } from '#/contract/invoices.ts'
import { BillingNote } from '#/customers/billing/billing-note.tsx'
import { useCurrencyOptions } from '#/customers/billing/currency-options.ts'
import { invoiceEditable } from '#/customers/billing/invoice-editable.ts'
import type { InvoiceCreate } from '#/customers/billing/invoice-values.ts'
import { LinesField } from '#/customers/billing/lines-field.tsx'
import { addInvoiceMutation } from '#/customers/billing/save-billing.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useRefreshAfterRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { DateField } from '#/shared/form/date-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

export interface InvoiceEditorProps {
  customerId: string
  /** The name of the form. */
  formKey: string
  /** What it begins with. */
  invoice: Invoice
  /** The customer is anonymised: what was charged may still be corrected. */
  isCorrectionOnly: boolean
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** The edit is over; says whether the focus was in it, and which invoice came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** A new invoice as fields. What comes of it is pending until it is approved. */
export function InvoiceEditor({
  customerId,
  formKey,
  invoice,
  isCorrectionOnly,
  lostReason,
  onDone,
}: InvoiceEditorProps) {
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addInvoiceMutation(customerId))
  const refresh = useRefreshAfterRefusal(customerId)
  const [editable] = useState(() => invoiceEditable(formKey))
  const currencies = useCurrencyOptions([invoice.total.currency])
  const savedId = useRef<string>(undefined)

  const save = async ({ patch, idempotencyKey }: Edit<InvoiceCreate>) => {
    const saved = await add({ body: patch, idempotencyKey })
    savedId.current = saved.id
    return saved
  }
  const types = (isCorrectionOnly ? ['correction'] : ['invoice', 'correction']).map((value) => ({
    value,
    label: codeLabel('invoiceType', value),
  }))

  return (
    <RecordEditor
      editable={editable}
      version={invoice}
      lost={lostReason === undefined ? undefined : { text: lostReason, isReadOnly: true }}
      subject={subject}
      save={save}
      readAgain={async () => api(getInvoice, { path: { invoiceId: savedId.current ?? '' } })}
      onFailure={(error) => {
        refresh(error)
        return undefined
      }}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control) => (
        <FieldArea style={{ paddingLeft: 10 }}>
          <FieldGrid>
            <SelectField control={control} name="type" label={m.billing_invoice_type()} options={types} />
            <SelectField
              control={control}
              name="currency"
              label={m.billing_invoice_currency()}
              options={currencies}
              emptyLabel={m.common_choose()}
              isRequired
            />
            <LinesField control={control} />
            <DateField control={control} name="dueAt" label={m.billing_invoice_due()} />
            <TextField control={control} name="note" label={m.billing_note()} isMultiline isWide />
          </FieldGrid>
          <div style={{ marginTop: 12 }}>
            <BillingNote>{m.billing_pending_text()}</BillingNote>
          </div>
        </FieldArea>
      )}
    </RecordEditor>
  )
}
