import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { Address } from '#/contract/addresses.ts'
import { preferences, type Preference } from '#/customers/addresses/address-book-cache.ts'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { preferenceLabels, RadioLine } from '#/customers/addresses/preference-radios.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'

const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '4px 32px', marginBottom: 12 })
const Kind = styled('fieldset')({
  margin: 0,
  padding: 0,
  border: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 10px',
  minWidth: 0,
  '& > span': { ...type.table, color: color.secondary },
  '& > b': { ...type.table, fontWeight: 600, overflowWrap: 'anywhere' },
})

const noneLabels = {
  isPreferredBilling: m.addresses_prefer_none_billing,
  isPreferredShipping: m.addresses_prefer_none_shipping,
}

interface Props {
  addresses: readonly Address[]
  isReadOnly: boolean
  /** Wants none to be preferred. */
  onPreferNone: (preference: Preference) => void
}

function PreferenceState({ addresses, isReadOnly, preference, onPreferNone }: Props & { preference: Preference }) {
  const id = useId()
  const names = addresses.filter((address) => address[preference]).map(addressName)
  return (
    <Kind aria-labelledby={id}>
      <span id={id}>{preferenceLabels[preference]()}</span>
      {names.length > 0 ? <b>{names.join(', ')}</b> : null}
      {isReadOnly ? (
        names.length === 0 && <span>{m.addresses_prefer_none()}</span>
      ) : (
        <RadioLine>
          <input
            type="radio"
            aria-label={noneLabels[preference]()}
            checked={names.length === 0}
            onChange={() => onPreferNone(preference)}
          />
          {m.addresses_prefer_none()}
        </RadioLine>
      )}
    </Kind>
  )
}

/** Which addresses are preferred, and the way to prefer none. */
export function PreferenceBar(props: Props) {
  return (
    <Bar>
      {preferences.map((preference) => (
        <PreferenceState key={preference} {...props} preference={preference} />
      ))}
    </Bar>
  )
}
