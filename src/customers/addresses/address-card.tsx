import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import type { Address } from '#/contract/addresses.ts'
import { preferences, type Preference } from '#/customers/addresses/address-book-cache.ts'
import { AddressFacts } from '#/customers/addresses/address-facts.tsx'
import { EditingNote } from '#/customers/presence/colleagues.tsx'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { preferenceLabels, PreferenceRadios } from '#/customers/addresses/preference-radios.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'

const Head = styled('header')({
  display: 'flex',
  alignItems: 'start',
  gap: 4,
  '& > h3': { ...type.body, fontWeight: 600, flex: 1, minWidth: 0, paddingTop: 2 },
})
const Marks = styled('p')({
  ...type.meta,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  '& > span': { padding: '1px 7px', borderRadius: 10, color: color.secondary, backgroundColor: color.neutralSoft },
  '& > span[data-preferred]': { color: color.accent, backgroundColor: color.accentSoft },
})

export interface AddressCardProps {
  address: Address
  /** Why nothing of it may be changed. */
  reason: string | undefined
  /** The pen takes the focus once. */
  takesFocus: boolean
  onFocused: () => void
  onEdit: () => void
  /** Editing is likely: load what it needs. */
  onIntent: () => void
  onDuplicate: () => void
  onDelete: () => void
  onPrefer: (preference: Preference) => void
}

async function asText(address: Address): Promise<string> {
  const { formatAddress } = await import('#/shared/format/format-address.ts')
  return formatAddress(address).join('\n')
}

function AddressMarks({ address, isReadOnly }: { address: Address; isReadOnly: boolean }) {
  const preferred = isReadOnly ? preferences.filter((preference) => address[preference]) : []
  const { isBusiness, usedBy } = address
  if (preferred.length === 0 && !isBusiness && usedBy.length === 0) return null
  return (
    <Marks>
      {preferred.map((preference) => (
        <span key={preference} data-preferred="">
          {preferenceLabels[preference]()}
        </span>
      ))}
      {isBusiness ? <span>{m.record_address_business()}</span> : null}
      {usedBy.length > 0 ? <span>{m.record_address_used({ count: usedBy.length })}</span> : null}
    </Marks>
  )
}

/** One address as its country writes it, what it is preferred for, and what can be done with it. */
export function AddressCard({ address, reason, takesFocus, onFocused, ...act }: AddressCardProps) {
  const name = addressName(address)
  const pen = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    pen.current?.focus()
    onFocused()
  }, [takesFocus, onFocused])

  const edit = (
    <IconButton
      ref={pen}
      label={m.addresses_edit({ name })}
      icon="edit"
      size="small"
      data-pen=""
      aria-disabled={reason !== undefined}
      onPointerEnter={act.onIntent}
      onFocus={act.onIntent}
      onClick={reason === undefined ? act.onEdit : undefined}
    />
  )
  const duplicate = { label: m.addresses_duplicate(), onSelect: act.onDuplicate, disabledReason: reason }
  const remove = { label: m.addresses_delete(), onSelect: act.onDelete, disabledReason: reason, isCritical: true }

  return (
    <>
      <Head>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <Tooltip text={reason}>{edit}</Tooltip>
        <CopyButton text={async () => asText(address)} what={m.addresses_copy_what({ name })} />
        <MenuButton label={m.addresses_more({ name })} groups={[[duplicate], [remove]]} size="small" />
      </Head>
      <EditingNote section="addresses" itemId={address.id} />
      <AddressMarks address={address} isReadOnly={reason !== undefined} />
      <AddressFacts address={address} />
      {reason === undefined ? <PreferenceRadios name={name} chosen={address} onPrefer={act.onPrefer} /> : null}
    </>
  )
}
