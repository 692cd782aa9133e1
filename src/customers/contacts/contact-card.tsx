import type { Contact } from '#/contract/contacts.ts'
import { CardHead, Facts, Marks } from '#/customers/contacts/cards.ts'
import type { ContactFlag } from '#/customers/contacts/contact-values.ts'
import { usePenFocus } from '#/customers/contacts/use-pen-focus.ts'
import { EditingNote } from '#/customers/presence/colleagues.tsx'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

interface Props {
  contact: Contact
  /** Names of those who have the flags now. */
  holders: Readonly<Record<ContactFlag, string | undefined>>
  /** Why nothing of it may be changed. */
  reason: string | undefined
  takesFocus: boolean
  onFocused: () => void
  onEdit: () => void
  /** Editing is likely: load what it needs. */
  onIntent: () => void
  onFlag: (flag: ContactFlag) => void
  onDelete: () => void
}

function flagAction({ contact, holders, reason, onFlag }: Props, flag: ContactFlag): MenuAction {
  const isPrimary = flag === 'isPrimary'
  const has = isPrimary ? m.contacts_is_primary() : m.contacts_is_billing()
  const holder = holders[flag]
  return {
    label: isPrimary ? m.contacts_make_primary() : m.contacts_make_billing(),
    onSelect: () => onFlag(flag),
    disabledReason: reason ?? (contact[flag] ? has : undefined),
    ...(holder !== undefined && !contact[flag] ? { note: m.contacts_flag_now({ name: holder }) } : {}),
  }
}

/** Why a contact cannot be deleted as long as it is flagged. */
function keptReason({ isPrimary, isBilling }: Contact): string | undefined {
  if (isPrimary && isBilling) return m.contacts_delete_both()
  if (isPrimary) return m.contacts_delete_primary()
  return isBilling ? m.contacts_delete_billing() : undefined
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { phone, phoneExt, email, address } = contact
  return (
    <Facts>
      {email ? (
        <p>
          <EmailLink email={email} />
        </p>
      ) : null}
      {phone ? (
        <p>
          <PhoneLink number={phone} extension={phoneExt} />
        </p>
      ) : null}
      {email || phone ? null : <p>{m.contacts_no_way()}</p>}
      {address ? <PostalAddress address={address} /> : <p>{m.contacts_no_address()}</p>}
    </Facts>
  )
}

/** Somebody to turn to: how, and whether for everything or for bills. */
export function ContactCard(props: Props) {
  const { contact, reason, takesFocus, onFocused, onEdit, onIntent, onDelete } = props
  const { name, role, isPrimary, isBilling } = contact
  const pen = usePenFocus(takesFocus, onFocused)
  const edit = (
    <IconButton
      ref={pen}
      label={m.contacts_edit({ name })}
      icon="edit"
      size="small"
      data-pen=""
      aria-disabled={reason !== undefined}
      onPointerEnter={onIntent}
      onFocus={onIntent}
      onClick={reason === undefined ? onEdit : undefined}
    />
  )
  const remove: MenuAction = {
    label: m.contacts_delete(),
    onSelect: onDelete,
    disabledReason: reason ?? keptReason(contact),
    isCritical: true,
  }
  return (
    <>
      <CardHead>
        <div>
          <h4>
            <bdi>{name}</bdi>
          </h4>
          {role ? <small>{codeLabel('contactRole', role)}</small> : null}
        </div>
        <Tooltip text={reason}>{edit}</Tooltip>
        <MenuButton
          label={m.contacts_more({ name })}
          groups={() => [[flagAction(props, 'isPrimary'), flagAction(props, 'isBilling')], [remove]]}
          size="small"
        />
      </CardHead>
      <EditingNote section="contacts" itemId={contact.id} />
      {isPrimary || isBilling ? (
        <Marks>
          {isPrimary ? <span>{m.contacts_primary()}</span> : null}
          {isBilling ? <span>{m.contacts_billing()}</span> : null}
        </Marks>
      ) : null}
      <ContactFacts contact={contact} />
    </>
  )
}
