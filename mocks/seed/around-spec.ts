import type * as billing from '#server/store/billing-rows.ts'
import type * as care from '#server/store/care-rows.ts'

type Spec<Row> = Partial<Row> & { daysAgo: number }

/** A comment or a change of status of a case; without a text only the status changed. */
export interface CaseEntrySpec {
  daysAgo: number
  entry?: string
  content?: string
  from?: string
  to?: string
}

/** What stands around a customer, in short: only what differs from the usual. */
export interface AroundSpec {
  notes?: readonly (Spec<care.NoteRow> & { file?: Pick<care.FileRow, 'mediaType' | 'content'> & { name: string } })[]
  cases?: readonly (Spec<care.CaseRow> & { entries?: readonly CaseEntrySpec[] })[]
  contacts?: readonly Spec<care.ContactRow>[]
  alternativeContacts?: readonly (Spec<care.AlternativeContactRow> & { memberId: string })[]
  alerts?: readonly Spec<care.AlertRow>[]
  billing?: Partial<billing.BillingInfoRow>
  subscriptions?: readonly (Spec<billing.SubscriptionRow> & {
    history?: readonly (readonly [kind: string, daysAgo: number, invoiceId?: string])[]
  })[]
  invoices?: readonly Spec<billing.InvoiceRow>[]
  payments?: readonly Spec<billing.PaymentRow>[]
  instalments?: readonly Spec<billing.InstalmentPurchaseRow>[]
}

export interface Owner {
  id: string
  /** Part of the numbers of cases and invoices. */
  customerNumber: string
}

/** A row for each of the specs, made by its place among them. */
export const rowsOf = <Spec, Row>(
  specs: readonly Spec[] | undefined,
  make: (spec: Spec, index: number) => Row,
): Row[] => (specs ?? []).map((spec, index) => make(spec, index))
