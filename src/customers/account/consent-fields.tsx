import { useWatch } from 'react-hook-form'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import { SelectField } from '#/shared/form/select-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
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
      // Not the word that names the field of the address.
      label={
        channel === 'email'
          ? m.account_consent_by_email()
          : m.account_consent_by({ channel: codeLabel('consentChannel', channel) })
      }
      options={options}
      emptyLabel={m.account_consent_not_asked()}
    />
  ))
}
