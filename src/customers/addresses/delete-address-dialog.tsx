import { styled } from '@mui/material/styles'
import type { Address } from '#/contract/addresses.ts'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'

const Text = styled('div')({
  display: 'grid',
  gap: 8,
  overflowWrap: 'anywhere',
  '& ul': { margin: 0, paddingLeft: 20 },
  '& > address': { color: color.secondary },
})

/** More orders than these are counted, not listed. */
const listed = 10

function UsedBy({ usedBy }: Pick<Address, 'usedBy'>) {
  if (usedBy.length === 0) return null
  const isRecurring = usedBy.some(({ type }) => type === 'recurring')
  const rest = usedBy.length - listed
  return (
    <>
      <div>
        <p>{m.addresses_delete_used()}</p>
        <ul>
          {usedBy.slice(0, listed).map(({ type, id, label }) => (
            <li key={`${type} ${id}`}>
              {type === 'recurring'
                ? m.addresses_used_recurring({ number: label })
                : m.addresses_used_open({ number: label })}
            </li>
          ))}
          {rest > 0 ? <li>{m.addresses_used_more({ count: rest })}</li> : null}
        </ul>
      </div>
      {isRecurring ? <p>{m.addresses_delete_recurring()}</p> : null}
    </>
  )
}

function refusalText(error: unknown): string {
  if (isApiError(error, 'stale')) return m.addresses_delete_stale()
  if (isApiError(error, 'not-found')) return m.addresses_delete_gone()
  return failureText(error, m.errors_action_failed())
}

interface Props {
  address: Address
  subject: Subject
  onConfirm: () => Promise<unknown>
  onCancel: () => void
}

/** Asks before an address goes, and says what comes of it. */
export function DeleteAddressDialog({ address, subject, onConfirm, onCancel }: Props) {
  return (
    <ConfirmDialog
      isOpen
      title={m.addresses_delete_title()}
      subject={subject}
      confirmLabel={m.addresses_delete()}
      isDestructive
      onConfirm={onConfirm}
      onCancel={onCancel}
      errorText={refusalText}
    >
      <Text>
        <b>{addressName(address)}</b>
        <PostalAddress address={address} />
        {address.isPreferredBilling ? <p>{m.addresses_delete_billing()}</p> : null}
        {address.isPreferredShipping ? <p>{m.addresses_delete_shipping()}</p> : null}
        <UsedBy usedBy={address.usedBy} />
        <p>{m.addresses_delete_processed()}</p>
        <p>{m.addresses_delete_undo()}</p>
      </Text>
    </ConfirmDialog>
  )
}
