import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { accountTypes, type Customer } from '#/contract/customers.ts'
import { fieldLabel } from '#/customers/account/account-labels.ts'
import type { AccountControl } from '#/customers/account/account-editable.ts'
import type { TextFieldName } from '#/customers/account/account-values.ts'
import { AccountGroup, usePersonalDetail } from '#/customers/account/account-view.tsx'
import { ConsentFields } from '#/customers/account/consent-fields.tsx'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { DateField } from '#/shared/form/date-field.tsx'
import { PhoneField } from '#/shared/form/phone-field.tsx'
import { SelectField, type Option } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

const salutations = ['mr', 'mrs', 'ms', 'mx', 'dr', 'diverse']

/** Languages that the customer's scopes sell in, else all; the present one stays even when it is not among them. */
function useLanguageOptions({ scopeIds, preferredLanguage }: Customer): Option[] {
  const { data: scopes = [] } = useQuery(scopesQuery)
  const own = scopes.filter((scope) => scopeIds.includes(scope.id))
  const offered = new Set((own.length > 0 ? own : scopes).flatMap((scope) => scope.languages))
  const options = [...offered].map((language) => ({ value: language, label: languageName(language) }))
  const sorted = options.toSorted((a, b) => a.label.localeCompare(b.label))
  if (preferredLanguage === null || offered.has(preferredLanguage)) return sorted
  const language = languageName(preferredLanguage)
  return [{ value: preferredLanguage, label: m.record_account_language_unsupported({ language }) }, ...sorted]
}

interface Props {
  control: AccountControl
  customer: Customer
}

/** The fields that staff edit, in the order and places of the read view. */
export function AccountFormFields({ control, customer }: Props) {
  const isRequired = useWatch({ control, name: 'accountType' }) === 'registered'
  const languages = useLanguageOptions(customer)
  const personalDetail = usePersonalDetail()
  const field = (name: TextFieldName) => ({ control, name, label: fieldLabel(name) })
  const optional = { emptyLabel: m.editing_not_set() }
  const coded = (kind: 'salutation' | 'accountType', codes: readonly string[]) =>
    codes.map((value) => ({ value, label: codeLabel(kind, value) }))

  return (
    <FieldArea>
      <AccountGroup title={m.record_group_person()}>
        <FieldGrid>
          <SelectField {...field('salutation')} {...optional} options={coded('salutation', salutations)} />
          <TextField {...field('title')} />
          <TextField {...field('firstName')} isRequired={isRequired} />
          <TextField {...field('middleName')} />
          <TextField {...field('lastName')} isRequired={isRequired} />
          <DateField {...field('birthday')} />
          {personalDetail === 'displayName' ? <TextField {...field('displayName')} /> : null}
        </FieldGrid>
      </AccountGroup>
      <AccountGroup title={m.record_group_contact()}>
        <FieldGrid>
          <TextField {...field('companyName')} />
          <TextField {...field('email')} isRequired={isRequired} type="email" />
          <PhoneField {...field('phone')} extensionName="phoneExt" />
          <TextField {...field('mobile')} type="tel" />
          <PhoneField {...field('workPhone')} extensionName="workPhoneExt" />
          <PhoneField {...field('fax')} extensionName="faxExt" />
        </FieldGrid>
      </AccountGroup>
      <AccountGroup title={m.record_group_account()}>
        <FieldGrid>
          <TextField {...field('username')} />
          <SelectField {...field('preferredLanguage')} {...optional} options={languages} />
          <SelectField {...field('accountType')} options={coded('accountType', accountTypes)} />
        </FieldGrid>
      </AccountGroup>
      <AccountGroup title={m.account_group_marketing()}>
        <FieldGrid>
          <ConsentFields control={control} />
          <CheckboxField control={control} name="processingBlocked" label={fieldLabel('processingBlocked')} />
        </FieldGrid>
      </AccountGroup>
    </FieldArea>
  )
}
