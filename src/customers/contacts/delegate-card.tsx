import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { CardProps } from '#/customers/contacts/card-part.tsx'
import { CardHead, Facts, Marks } from '#/customers/contacts/cards.ts'
import { DelegateRights } from '#/customers/contacts/delegate-rights.tsx'
import { partyName } from '#/customers/contacts/delegate-values.ts'
import { PartyLink } from '#/customers/contacts/party-line.tsx'
import { delegatePrefix } from '#/customers/contacts/use-open-forms.ts'
import { usePenFocus } from '#/customers/contacts/use-pen-focus.ts'
import { whenOf } from '#/customers/editing/said.ts'
import { EditingNote } from '#/customers/presence/colleagues.tsx'
import { EmailLink } from '#/customers/record/contact-links.tsx'
import { actorName } from '#/shared/format/actor-name.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Props extends CardProps {
  contact: AlternativeContact
  /** This customer may act for the other one too. */
  isMutual: boolean
}

function MemberFacts({ member }: Pick<AlternativeContact, 'member'>) {
  const { customerNumber, email, status } = member
  return (
    <Facts>
      {customerNumber ? <p>{customerNumber}</p> : null}
      {email ? (
        <p>
          <EmailLink email={email} />
        </p>
      ) : null}
      {status ? (
        <p>
          <StatusBadge tone={customerStatusTones[status]}>{codeLabel('customerStatus', status)}</StatusBadge>
        </p>
      ) : null}
      {status && status !== 'active' ? <p>{m.contacts_member_not_active()}</p> : null}
    </Facts>
  )
}

/** Another customer who may act for this one: who, and what they may do. */
export function DelegateCard({ contact, isMutual, reason, takesFocus, onFocused, ...act }: Props) {
  const { member, createdAt, createdBy } = contact
  const name = member.visible ? partyName(member) : m.contacts_party_hidden()
  const pen = usePenFocus(takesFocus, onFocused)
  const edit = (
    <IconButton
      ref={pen}
      label={m.contacts_delegate_edit({ name })}
      icon="edit"
      size="small"
      data-pen=""
      aria-disabled={reason !== undefined}
      onPointerEnter={act.onIntent}
      onFocus={act.onIntent}
      onClick={reason === undefined ? act.onEdit : undefined}
    />
  )
  const remove = {
    label: m.contacts_delegate_remove(),
    onSelect: act.onRemove,
    disabledReason: reason,
    isCritical: true,
  }
  return (
    <>
      <CardHead>
        <h4>
          <PartyLink party={member} />
        </h4>
        <Tooltip text={reason}>{edit}</Tooltip>
        <MenuButton label={m.contacts_more({ name })} groups={[[remove]]} size="small" />
      </CardHead>
      <EditingNote section="contacts" itemId={`${delegatePrefix}${contact.id}`} />
      {isMutual ? (
        <Marks>
          <span>{m.contacts_mutual()}</span>
        </Marks>
      ) : null}
      <MemberFacts member={member} />
      <DelegateRights permissions={contact.permissions} products={contact.products} />
      <Facts>
        <p>{m.contacts_delegate_since({ who: actorName(createdBy), when: whenOf(createdAt) })}</p>
      </Facts>
    </>
  )
}
