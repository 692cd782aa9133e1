import { styled } from '@mui/material/styles'
import { preferences, type Preference } from '#/customers/addresses/address-book-cache.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { touch } from '#/shared/theme/tokens.ts'

export const preferenceLabels = {
  isPreferredBilling: m.addresses_prefer_billing,
  isPreferredShipping: m.addresses_prefer_shipping,
}

export const RadioLine = styled('label')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 24,
  color: color.secondary,
  cursor: 'pointer',
  '&:has(:checked)': { color: color.accent, fontWeight: 500 },
  '& > input': { width: 14, height: 14, margin: 0, flex: 'none', accentColor: color.accent },
  [touch]: { minHeight: 36 },
})
const Lines = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '0 14px', marginTop: 'auto' })

interface Props {
  name: string
  chosen: Record<Preference, boolean>
  onPrefer: (preference: Preference) => void
}

/**
 * One of the radio buttons of each kind stands on the card of each address, and one for none above the cards. Every one
 * is a stop of its own: in one group the arrow keys would choose, and save, whatever they pass.
 */
export function PreferenceRadios({ name, chosen, onPrefer }: Props) {
  return (
    <Lines>
      {preferences.map((preference) => (
        <RadioLine key={preference}>
          <input
            type="radio"
            aria-label={`${preferenceLabels[preference]()}: ${name}`}
            checked={chosen[preference]}
            onChange={() => onPrefer(preference)}
          />
          {preferenceLabels[preference]()}
        </RadioLine>
      ))}
    </Lines>
  )
}
