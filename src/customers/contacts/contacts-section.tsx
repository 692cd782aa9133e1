import { useQuery } from '@tanstack/react-query'
import { ActsForPart } from '#/customers/contacts/acts-for-part.tsx'
import { contactListQuery } from '#/customers/contacts/contact.queries.ts'
import { ContactsPart } from '#/customers/contacts/contacts-part.tsx'
import { DelegatesPart } from '#/customers/contacts/delegates-part.tsx'
import { useSectionShortcut } from '#/customers/contacts/use-section-shortcut.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { useReportCount } from '#/customers/record/section-counts.ts'
import { SectionFrame } from '#/customers/record/section-frame.tsx'

/** Each part fails by itself; the section never does. */
const parts = { data: true, error: null, isFetching: false, refetch: async () => undefined }

/** Whom to turn to, who may act for the customer, and for whom the customer may act: three things, never one list. */
export function ContactsSection({ customerId }: SectionProps) {
  const contacts = useQuery(contactListQuery(customerId))
  const section = useSectionShortcut(customerId)
  // Of the three, contacts are what the section is called by.
  useReportCount('contacts', contacts.data?.total)
  return (
    <div ref={section} style={{ display: 'contents' }}>
      <SectionFrame section="contacts" query={parts}>
        {() => (
          <>
            <ContactsPart customerId={customerId} query={contacts} />
            <DelegatesPart customerId={customerId} />
            <ActsForPart customerId={customerId} />
          </>
        )}
      </SectionFrame>
    </div>
  )
}
