import { styled } from '@mui/material/styles'
import type { Address } from '#/contract/addresses.ts'
import { addressTitle } from '#/shared/format/address-lines.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Phone } from '#/shared/ui/phone.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'

const Card = styled('li')({
  display: 'grid',
  alignContent: 'start',
  gap: 8,
  minWidth: 0,
  padding: 16,
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.surface,
  overflowWrap: 'anywhere',
  '& > h3': { ...type.body, fontWeight: 600 },
})
const Marks = styled('p')({
  ...type.meta,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  '& > span': { padding: '1px 7px', borderRadius: 10, color: color.accent, backgroundColor: color.accentSoft },
  '& > span[data-plain]': { color: color.secondary, backgroundColor: color.neutralSoft },
})
const Extras = styled('p')({ ...type.table, color: color.secondary, whiteSpace: 'pre-line' })

/** One address as its country writes it, with what it is preferred for. */
export function AddressCard({ address }: { address: Address }) {
  const isMarked =
    address.isPreferredBilling || address.isPreferredShipping || address.isBusiness || address.usedBy.length > 0
  return (
    <Card>
      <h3>{address.name ?? addressTitle(address)}</h3>
      {isMarked && (
        <Marks>
          {address.isPreferredBilling && <span>{m.record_preferred_billing()}</span>}
          {address.isPreferredShipping && <span>{m.record_preferred_shipping()}</span>}
          {address.isBusiness && <span data-plain="">{m.record_address_business()}</span>}
          {address.usedBy.length > 0 && (
            <span data-plain="">{m.record_address_used({ count: address.usedBy.length })}</span>
          )}
        </Marks>
      )}
      <PostalAddress address={address} />
      {address.notes && (
        <Extras>
          <em>{address.notes}</em>
        </Extras>
      )}
      {address.email && <Extras>{address.email}</Extras>}
      {address.phone && (
        <Extras>
          <Phone number={address.phone} extension={address.phoneExt} />
        </Extras>
      )}
      {address.vatNumber && <Extras>{m.record_vat_number({ number: address.vatNumber })}</Extras>}
    </Card>
  )
}
