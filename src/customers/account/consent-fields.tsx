import { useWatch } from 'react-hook-form'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { fieldLabel } from '#/customers/account/account-labels.ts'
import { SelectField } from '#/shared/form/select-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

/** Whether the customer may be written to, channel by channel. */
export function ConsentFields({ control }: { control: AccountControl }) {
  const consents = useWatch({ control, name: 'marketingConsents' })
  const options = [
    { value: 'granted', label: m.account_consent_granted() },
    { value: 'refused', label: m.account_consent_refused() },
  ]
  return consents.map(({ channel }, index) => (
    <SelectField
      key={channel}
      control={control}
      name={`marketingConsents.${index}.state`}
      label={fieldLabel('marketingConsents', channel)}
      options={options}
      emptyLabel={m.account_consent_not_asked()}
    />
  ))
}
