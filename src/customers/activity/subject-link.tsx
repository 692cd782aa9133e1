import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Activity } from '#/contract/activities.ts'
import { invoicePlace } from '#/customers/billing/invoice-link.ts'
import { casePlace } from '#/customers/cases/case-link.ts'
import { notePlace } from '#/customers/notes/note-link.ts'
import { productPlace } from '#/customers/products/product-link.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { OrderLink } from '#/shared/ui/order-link.tsx'
import { sections } from '#/workspace/open-records.ts'

interface SubjectKind {
  name: () => string
  /** The section where it stands. */
  section?: string
}

const kinds: Readonly<Record<string, SubjectKind>> = {
  customer: { name: m.activity_subject_customer, section: 'account' },
  address: { name: m.activity_subject_address, section: 'addresses' },
  organization: { name: m.activity_subject_organization, section: 'organizations' },
  store: { name: m.activity_subject_store, section: 'stores' },
  order: { name: m.activity_subject_order },
  savedPayment: { name: m.activity_subject_saved_payment, section: 'payments' },
  contact: { name: m.activity_subject_contact, section: 'contacts' },
  alternativeContact: { name: m.activity_subject_alternative_contact, section: 'contacts' },
  case: { name: m.activity_subject_case, section: 'cases' },
  note: { name: m.activity_subject_note, section: 'notes' },
  billingInfo: { name: m.activity_subject_billing_info, section: 'billing' },
  invoice: { name: m.activity_subject_invoice, section: 'billing' },
  payment: { name: m.activity_subject_payment, section: 'billing' },
  subscription: { name: m.activity_subject_subscription, section: 'products' },
}

/** What an entry is about, as far as that says more than that it is about this customer. */
export function subjectText({ subject: { type, label }, group }: Pick<Activity, 'subject' | 'group'>): string {
  if (type === 'customer' || type === 'billingInfo') return ''
  if (type === 'note') return m.notes_name({ number: label })
  return group === 'organizations' || group === 'stores' || !kinds[type] ? label : `${kinds[type].name()} ${label}`
}

interface Props {
  customerId: string
  activity: Pick<Activity, 'subject' | 'kind'>
}

/** What an entry is about, leading there where that can be opened. */
export function SubjectLink({ customerId, activity: { subject, kind } }: Props): ReactNode {
  const { type, id, label } = subject
  const known = kinds[type]
  const text = type === 'note' ? m.notes_name({ number: label }) : label
  const number = Number(label)
  // What was taken away cannot be opened any more.
  if (/(Deleted|Removed)$/u.test(kind)) return text
  if (type === 'order')
    return (
      <OrderLink orderId={id} fromRecord={customerId}>
        {text}
      </OrderLink>
    )
  if (type === 'note' && Number.isInteger(number)) return <Link {...notePlace(customerId, number)}>{text}</Link>
  if (type === 'subscription') return <Link {...productPlace(customerId, id)}>{text}</Link>
  if (type === 'invoice') return <Link {...invoicePlace(customerId, id)}>{text}</Link>
  if (type === 'case') return <Link {...casePlace(customerId, id)}>{text}</Link>
  const section = sections.find((each) => each === known?.section)
  if (!section) return text
  return (
    <Link to="/customers/$customerId/$section" params={{ customerId, section }}>
      {text}
    </Link>
  )
}

/** What kind of thing an entry is about. */
export const subjectKindName = (type: string): string => kinds[type]?.name() ?? m.activity_about()
