import { styled } from '@mui/material/styles'
import type { Customer } from '#/contract/customers.ts'
import { ActivityCard } from '#/customers/overview/activity-card.tsx'
import { AlertsCard } from '#/customers/overview/alerts-card.tsx'
import { BillingCard } from '#/customers/overview/billing-card.tsx'
import { CasesCard } from '#/customers/overview/cases-card.tsx'
import { ContactsCard } from '#/customers/overview/contacts-card.tsx'
import { InstalmentsCard } from '#/customers/overview/instalments-card.tsx'
import { InvoicesCard } from '#/customers/overview/invoices-card.tsx'
import { LastPaymentCard } from '#/customers/overview/last-payment-card.tsx'
import { MethodsCard } from '#/customers/overview/methods-card.tsx'
import { NotesCard } from '#/customers/overview/notes-card.tsx'
import { PersonalCard } from '#/customers/overview/personal-card.tsx'
import { ProductsCard } from '#/customers/overview/products-card.tsx'
import { SummaryCard } from '#/customers/overview/summary-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Area = styled('div')({ containerType: 'inline-size' })

const gap = 16

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap,
  alignItems: 'start',
  '& > div': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap },
  '@container (min-width: 720px)': {
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '& > section': { gridColumn: '1 / -1' },
  },
})

interface Props {
  read: OverviewRead
  /** Nothing while not even that is known. */
  customer: Customer | undefined
}

/** The cards in two columns, in one where it is narrow; notes over both. */
export function OverviewGrid({ read, customer }: Props) {
  const number = customer?.customerNumber
  return (
    <Area>
      {read.cards ? null : (
        <VisuallyHidden>
          <output>{m.common_loading()}</output>
        </VisuallyHidden>
      )}
      <Columns>
        <div>
          <PersonalCard read={read} customer={customer} />
          <SummaryCard read={read} customer={customer} />
          <ContactsCard read={read} />
          <MethodsCard read={read} customerNumber={number} />
          <BillingCard read={read} />
          <AlertsCard read={read} />
        </div>
        <div>
          <CasesCard read={read} />
          <ActivityCard read={read} />
          <ProductsCard read={read} customerNumber={number} />
          <InvoicesCard read={read} />
          <LastPaymentCard read={read} />
          <InstalmentsCard read={read} />
        </div>
        <NotesCard read={read} />
      </Columns>
    </Area>
  )
}
