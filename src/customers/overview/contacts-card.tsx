import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import type { PostalAddress } from '#/contract/addresses.ts'
import type { Contact } from '#/contract/contacts.ts'
import { CardRow, CardRows, Meta, Tag } from '#/customers/overview/card-rows.tsx'
import { EditLink } from '#/customers/overview/edit-link.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import { simpleAddressLines } from '#/shared/format/address-lines.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

const Details = styled('button')({
  ...type.table,
  padding: '2px 0',
  border: 0,
  borderRadius: 2,
  background: 'none',
  color: color.accent,
  textDecoration: 'underline dotted',
  textUnderlineOffset: 3,
  cursor: 'help',
})

/** The lines of an address in the order of its country, once the rules for that are there. */
function useAddressText(address: PostalAddress): string {
  const [lines, setLines] = useState<readonly string[]>()
  useEffect(() => {
    let isWanted = true
    void import('#/shared/format/format-address.ts').then(({ formatAddress }) => {
      if (isWanted) setLines(formatAddress(address))
      return undefined
    })
    return () => {
      isWanted = false
    }
  }, [address])
  return (lines ?? simpleAddressLines(address)).join('\n')
}

/** Shows the address of a contact to whoever points at it, focuses or touches it. */
function ContactAddress({ name, address }: { name: string; address: PostalAddress }) {
  const text = useAddressText(address)
  return (
    <Tooltip text={text} isPressable>
      <Details type="button" aria-label={m.overview_contact_details_of({ name })}>
        {m.overview_contact_details()}
      </Details>
    </Tooltip>
  )
}

function ContactRow({ contact }: { contact: Contact }) {
  const { name, role, phone, phoneExt, email, address, isPrimary, isBilling } = contact
  return (
    <CardRow
      title={
        <>
          <bdi>{name}</bdi>
          {isPrimary ? <Tag data-tone="accent">{m.overview_contact_primary()}</Tag> : null}
          {isBilling ? <Tag data-tone="accent">{m.overview_contact_billing()}</Tag> : null}
        </>
      }
      aside={
        address ? <ContactAddress name={name} address={address} /> : <Meta>{m.overview_contact_no_address()}</Meta>
      }
    >
      <Meta>
        {role === null ? null : <span>{codeLabel('contactRole', role)}</span>}
        {phone === null ? null : <PhoneLink number={phone} extension={phoneExt} />}
        {email === null ? null : <EmailLink email={email} />}
      </Meta>
    </CardRow>
  )
}

/** Whom to turn to: primary and billing contact first, then the newest. */
export function ContactsCard({ read }: { read: OverviewRead }) {
  const mayEdit = useEditReason(read.customerId) === undefined
  return (
    <OverviewCard
      read={read}
      name="contacts"
      title={m.overview_contacts()}
      section="contacts"
      all={m.overview_contacts_all()}
      actions={
        mayEdit ? <EditLink customerId={read.customerId} section="contacts" label={m.overview_contacts_edit()} /> : null
      }
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_contacts_empty()}>
          {(contacts) => (
            <CardRows label={m.overview_contacts()}>
              {contacts.map((contact) => (
                <ContactRow key={contact.id} contact={contact} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
