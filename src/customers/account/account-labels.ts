import { isAccountField, type AccountField, type ConsentValue } from '#/customers/account/account-values.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { languageName } from '#/shared/format/country-name.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels: Record<AccountField, () => string> = {
  salutation: m.record_field_salutation,
  title: m.record_field_title,
  firstName: m.record_field_first_name,
  middleName: m.record_field_middle_name,
  lastName: m.record_field_last_name,
  displayName: m.record_field_display_name,
  birthday: m.record_field_birthday,
  companyName: m.record_field_company_name,
  email: m.record_field_email,
  phone: m.record_field_phone,
  phoneExt: m.record_field_phone_ext,
  mobile: m.record_field_mobile,
  workPhone: m.record_field_work_phone,
  workPhoneExt: m.record_field_work_phone_ext,
  fax: m.record_field_fax,
  faxExt: m.record_field_fax_ext,
  username: m.record_field_username,
  accountType: m.record_field_account_type,
  marketingConsents: m.record_field_consents,
  processingBlocked: m.account_field_processing_blocked,
  preferredLanguage: m.record_field_preferred_language,
}

/** Label of a field; of the consent by a channel when one is named. */
export function fieldLabel(field: AccountField, channel?: string): string {
  // A draft may be older than the form.
  if (channel === undefined) return isAccountField(field) ? labels[field]() : field
  // Not the word that names the field of the address.
  if (channel === 'email') return m.account_consent_by_email()
  return m.account_consent_by({ channel: codeLabel('consentChannel', channel) })
}

const consentStates: Readonly<Record<string, () => string>> = {
  granted: m.account_consent_granted,
  refused: m.account_consent_refused,
}

const coded: Partial<Record<string, CodeKind>> = { salutation: 'salutation', accountType: 'accountType' }

/** A text as people read it; empty when there is none. */
export function fieldText(field: AccountField, value: string): string {
  const kind = coded[field]
  if (value === '') return ''
  if (kind) return codeLabel(kind, value)
  if (field === 'preferredLanguage') return languageName(value)
  if (field === 'birthday') return formatLocalDate(value)
  return value
}

/** "Email: granted", say. */
export function consentText(channel: string, granted: boolean): string {
  const name = { channel: codeLabel('consentChannel', channel) }
  return granted ? m.record_consent_granted(name) : m.record_consent_refused(name)
}

/** Any value of the form as people read it. */
export function valueText(field: AccountField, value: unknown, channel?: string): string {
  if (channel !== undefined) return (consentStates[String(value)] ?? m.account_consent_not_asked)()
  if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no()
  if (!Array.isArray(value)) return fieldText(field, String(value))
  return (value as ConsentValue[])
    .flatMap(({ channel, state }) => (state === '' ? [] : [consentText(channel, state === 'granted')]))
    .join(', ')
}
