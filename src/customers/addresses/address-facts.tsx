import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import type { Address } from '#/contract/addresses.ts'
import { addressFieldLabel } from '#/customers/addresses/address-labels.ts'
import { placeRulesQuery } from '#/customers/addresses/place-rules.queries.ts'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'

const Extra = styled('p')({ ...type.table, color: color.secondary, whiteSpace: 'pre-line' })

/** The region by name; its code until the names are there, and where nobody knows it. */
function RegionFact({ code, countryCode }: { code: string; countryCode: string | null }) {
  const { data: rules } = useQuery(placeRulesQuery)
  const name = rules?.regionName(code, countryCode) ?? code
  return <Extra>{`${addressFieldLabel('regionCode', countryCode ?? '')}: ${name}`}</Extra>
}

/** Everything about an address: the lines as its country writes them, then what else there is. */
export function AddressFacts({ address }: { address: Address }) {
  const { regionCode, countryCode, notes, email, phone, phoneExt, vatNumber, latitude, longitude } = address
  return (
    <>
      <PostalAddress address={address} />
      {regionCode ? <RegionFact code={regionCode} countryCode={countryCode} /> : null}
      {notes ? (
        <Extra>
          <em>{notes}</em>
        </Extra>
      ) : null}
      {email ? (
        <Extra>
          <EmailLink email={email} />
        </Extra>
      ) : null}
      {phone ? (
        <Extra>
          <PhoneLink number={phone} extension={phoneExt} />
        </Extra>
      ) : null}
      {vatNumber ? <Extra>{m.record_vat_number({ number: vatNumber })}</Extra> : null}
      {latitude !== null && longitude !== null ? (
        <Extra>{`${m.addresses_field_latitude()} ${latitude}, ${m.addresses_field_longitude().toLowerCase()} ${longitude}`}</Extra>
      ) : null}
    </>
  )
}
