import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import { getInvoiceDocument, type InvoiceListItem } from '#/contract/invoices.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { send } from '#/shared/api/api.ts'
import { saveDownload } from '#/shared/api/save-download.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Button } from '#/shared/ui/button.tsx'

const Why = styled('p')({ ...type.table, color: color.secondary })

const reasons: Record<Exclude<InvoiceListItem['state'], 'approved'>, () => string> = {
  pending: m.billing_no_document_pending,
  rejected: m.billing_no_document_rejected,
  rendering: m.billing_no_document_rendering,
}

/** Saves an invoice as a PDF. One that has none says why. */
export function InvoiceDocument({ customerId, invoice }: { customerId: string; invoice: InvoiceListItem }) {
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const { id, number, state, hasDocument } = invoice
  const { mutate: download, isPending } = useMutation({
    mutationKey: ['download-invoice', customerId],
    mutationFn: async () => (await send(getInvoiceDocument, { path: { invoiceId: id } })).blob(),
    meta: { onFailure: 'form' },
    onError: (error) => sayRefusal(error, subject, { text: m.billing_download_failed({ number }) }),
    onSuccess: (file) => saveDownload(file, `${number}.pdf`),
  })
  if (!hasDocument) return <Why>{(state === 'approved' ? m.billing_no_document : reasons[state])()}</Why>
  return (
    <div>
      <Button disabled={isPending} onClick={() => download()}>
        {isPending ? m.billing_downloading() : m.billing_download()}
      </Button>
    </div>
  )
}
